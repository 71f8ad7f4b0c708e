import { expandAction } from '../../aws/actions/expandAction.ts'
import { findAction, prefixOfAction } from '../../aws/actions/findAction.ts'
import type { ActionCatalogue, ServiceAction, ServiceActions } from '../../aws/actions/serviceActions.ts'
import { remember } from '../../base/remember.ts'
import type { Statement } from '../../policy/document.ts'

/** What one of a statement’s actions stands for. */
export interface ActionNamed {
  readonly service: ServiceActions
  /** None: IAM knows no such action. */
  readonly actions: readonly ServiceAction[]
  /** It stands for one alone, as written. */
  readonly isExact: boolean
}

const known = new WeakMap<ActionCatalogue, Map<string, { readonly named: ActionNamed | null }>>()

/** What a name stands for; null where that is not of one service (`*`), or of none that is known. */
export function actionNamed(catalogue: ActionCatalogue, name: string): ActionNamed | null {
  const memory = remember(known, catalogue, () => new Map<string, { readonly named: ActionNamed | null }>())
  return remember(memory, name, () => ({ named: lookUp(catalogue, name) })).named
}

function lookUp(catalogue: ActionCatalogue, name: string): ActionNamed | null {
  const service = catalogue.services.get(prefixOfAction(name))
  if (!service) return null
  if (/[*?]/.test(name)) return { service, actions: expandAction(catalogue, name) ?? [], isExact: false }
  const found = findAction(catalogue, name)
  return { service, actions: found ? [found.action] : [], isExact: true }
}

/** All that a statement names by `Action`; null where one of them is not known, or it says `NotAction`. */
export function allActionsNamed(catalogue: ActionCatalogue, { actions }: Statement): readonly ActionNamed[] | null {
  if (actions.not) return null
  const all = actions.these.map((name) => actionNamed(catalogue, name))
  return all.every((one) => one !== null && one.actions.length > 0) ? (all as readonly ActionNamed[]) : null
}
