import type { ActionCatalogue, ServiceAction, ServiceActions } from './serviceActions.ts'

/** `s3` of `s3:GetObject`, in lower case; '' where there is none, as of `*`. */
export const prefixOfAction = (action: string): string => {
  const colon = action.indexOf(':')
  return colon < 0 ? '' : action.slice(0, colon).toLowerCase()
}

/** The actions of a service in the order of the alphabet; none where it has not been loaded. */
export const actionsOf = ({ services }: ActionCatalogue, prefix: string): readonly ServiceAction[] => [
  ...(services.get(prefix.toLowerCase())?.actions.values() ?? []),
]

/** `s3:GetObject`, in whatever case it is written; null where there is none, or its service has not been loaded. */
export function findAction(
  { services }: ActionCatalogue,
  action: string,
): { readonly service: ServiceActions; readonly action: ServiceAction } | null {
  const service = services.get(prefixOfAction(action))
  const found = service?.actions.get(action.slice(action.indexOf(':') + 1).toLowerCase())
  return service && found ? { service, action: found } : null
}

/** ARNs that a statement may name for an action, with `${…}`. None: the action is about no resource, only `*` stands for it. */
export const arnsOfAction = (service: ServiceActions, { resources }: ServiceAction): readonly string[] =>
  resources.flatMap(({ type }) => service.resourceTypes.get(type) ?? [])
