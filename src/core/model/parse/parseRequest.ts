import { type AccessRequest, accessRequest } from '../design.ts'
import { describeIssues } from './describeIssues.ts'
import type { Problem } from './problem.ts'

/** Reads one request, strictly: unknown keys are named. */
export function parseRequest(
  value: unknown,
):
  | { readonly ok: true; readonly request: AccessRequest }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const result = accessRequest.safeParse(value)
  return result.success
    ? { ok: true, request: result.data }
    : { ok: false, problems: describeIssues(result.error.issues, value) }
}
