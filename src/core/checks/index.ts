export type { Finding, Fix, Severity } from './check.ts'
export { checks } from './checks.ts'
export { runChecks } from './runChecks.ts'
