import { deploymentOf } from '../../core/export/index.ts'
import { DEPLOYMENT_NAME, misfit } from '../../core/model/index.ts'
import { TextField } from '../kit/TextField.tsx'
import { useDesign, useStores } from '../kit/useStore.ts'
import { nameDeployment } from './nameDeployment.ts'

/** The identity of what is deployed, which stays when the title changes. */
export function DeploymentName() {
  const stores = useStores()
  const design = useDesign((state) => state.design)
  return (
    <TextField
      label="Deployment name"
      mono
      value={deploymentOf(design)}
      maxLength={32}
      help="Names the stacks and tags. It stays when the title changes; another name makes a second deployment beside the first."
      problem={(text) => misfit(DEPLOYMENT_NAME, text)}
      onCommit={(deployment) => nameDeployment(stores, deployment)}
    />
  )
}
