import { type DeploySettings, PLAIN_NAMING } from '../../core/model/index.ts'
import { useDesign, useStores } from '../kit/useStore.ts'

const AS_DRAWN: DeploySettings = {
  networkOnly: false,
  sessionManager: false,
  exportOutputs: false,
  naming: PLAIN_NAMING,
  tags: {},
  existing: {},
  environments: [],
}

/** How the design is deployed, and what changes a part of that as a step that can be undone. */
export function useDeploy(): readonly [DeploySettings, (label: string, change: Partial<DeploySettings>) => void] {
  const stores = useStores()
  const deploy = useDesign((state) => state.design.deploy) ?? AS_DRAWN
  return [
    deploy,
    (label, change) =>
      stores.design.getState().apply(label, [{ kind: 'settings', fields: { deploy: { ...deploy, ...change } } }]),
  ]
}
