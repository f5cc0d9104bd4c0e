/**
 * Proves the documentation and the design. A {@link jim.docs.Markdown} page is cut into fences and prose; each kind of
 * {@link jim.docs.Fence} has a {@link jim.docs.Proof}, each rule for a whole page a {@link jim.docs.PageRule}. Both
 * return problems as sentences, so that one run of the build shows all of them.
 */
package jim.docs;
