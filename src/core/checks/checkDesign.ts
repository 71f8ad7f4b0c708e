import type { CheckContext, Finding } from './check.ts'
import { loadActionsFor } from './loadActionsFor.ts'
import { runChecks } from './runChecks.ts'

/** All that the checks object to, once what they read of IAM is there. */
export const checkDesign = async (context: Omit<CheckContext, 'actions'>): Promise<readonly Finding[]> =>
  runChecks({ ...context, actions: await loadActionsFor(context.topology) })
