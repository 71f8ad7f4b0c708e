const DEAD: ReadonlySet<string> = new Set(['deleting', 'deleted', 'rejected', 'failed', 'expired'])

/** Whether an endpoint is there, or will be: one that is deleted or was refused claims no names and serves nobody. Source: EC2 API, State of VpcEndpoint. */
export const lives = ({ state }: { readonly state: string }): boolean => !DEAD.has(state)
