import type { PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

/** Whether the main table, default ACL and default group that AWS makes with the VPC become the drawn ones. Those of one that may exist are left alone. */
export const takesOver = ({ maybe }: StackPlan, vpc: PartKey): boolean => !maybe.has(vpc)
