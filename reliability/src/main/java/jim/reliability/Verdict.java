package jim.reliability;

/**
 * What became of a promise.
 *
 * @param figures what was done and what was seen
 */
record Verdict(Outcome outcome, String figures) {
    enum Outcome {
        HELD("held"),
        BROKEN("broken"),
        NOT_TRIED("not tried");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static Verdict broken(String figures) {
        return new Verdict(Outcome.BROKEN, figures);
    }

    boolean isBroken() {
        return outcome == Outcome.BROKEN;
    }
}
