export type { Check, CheckContext, Finding, Fix, Severity, Sighting } from './check.ts'
export { checks } from './checks.ts'
export { runChecks } from './runChecks.ts'
