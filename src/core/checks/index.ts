export type { Finding, Fix, Severity } from './check.ts'
export { checks } from './checks.ts'
export { type Mend, mendRequest } from './mend/mendRequest.ts'
export { runChecks } from './runChecks.ts'
