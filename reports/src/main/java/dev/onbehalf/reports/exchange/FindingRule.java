package dev.onbehalf.reports.exchange;

/** The kinds of findings. */
enum FindingRule {
  EXPECTATION_FAILED("expectation-failed", "error", "The scenario expected something else."),
  NOT_ENFORCEABLE(
      "policy-not-enforceable", "warning", "No strategy of the run can enforce the policy."),
  VACUOUS("policy-vacuous", "warning", "The policy decides no request.");

  private final String id;
  private final String level;
  private final String description;

  FindingRule(String id, String level, String description) {
    this.id = id;
    this.level = level;
    this.description = description;
  }

  String id() {
    return id;
  }

  String level() {
    return level;
  }

  String description() {
    return description;
  }
}
