/** What is counted of a running server, and how Prometheus reads it. Neither names nor texts get here. */
package jim.messenger.metrics;
