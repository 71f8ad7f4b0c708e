import { type DeploySettings, deployOf } from '../../core/model/index.ts'
import { useDesign, useStores } from '../kit/useStore.ts'

/** How the design is deployed, and what changes a part of that as a step that can be undone. */
export function useDeploy(): readonly [DeploySettings, (label: string, change: Partial<DeploySettings>) => void] {
  const stores = useStores()
  const deploy = useDesign((state) => deployOf(state.design))
  return [
    deploy,
    (label, change) =>
      stores.design.getState().apply(label, [{ kind: 'settings', fields: { deploy: { ...deploy, ...change } } }]),
  ]
}
