/**
 * What tests share: the one table of frames ({@link jim.testkit.WireExamples}), contracts that every framing and every
 * codec must keep, and a peer on a real socket that does what a test says ({@link jim.testkit.ScriptedPeer}). Main code,
 * so that the tests of later modules can use it.
 */
package jim.testkit;
