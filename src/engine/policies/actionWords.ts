import { actionsOf, loadActions } from '../../core/aws/index.ts'

/** What IAM knows of services, as far as one writes it into policies. */
export interface ActionWords {
  /** Prefixes of all services, with their names. */
  readonly services: readonly (readonly [prefix: string, name: string])[]
  readonly actions: readonly { readonly name: string; readonly level: string }[]
  readonly keys: readonly { readonly name: string; readonly type: string }[]
}

/** The actions of services and their condition keys; the catalogue is fetched by service. */
export async function actionWords(prefixes: readonly string[]): Promise<ActionWords> {
  const catalogue = await loadActions(prefixes)
  const services = [...catalogue.services.values()]
  return {
    services: [...catalogue.prefixes],
    actions: services.flatMap(({ prefix }) =>
      actionsOf(catalogue, prefix).map(({ name, level }) => ({ name: `${prefix}:${name}`, level })),
    ),
    keys: services.flatMap(({ keys }) => [...keys].map(([name, type]) => ({ name, type }))),
  }
}
