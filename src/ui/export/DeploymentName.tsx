import { deploymentOf } from '../../core/export/index.ts'
import { DEPLOYMENT_NAME } from '../../core/model/index.ts'
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
      problem={(text) => (DEPLOYMENT_NAME.test(text) ? null : 'A letter, then at most 31 letters, digits and dashes')}
      onCommit={(deployment) => nameDeployment(stores, deployment)}
    />
  )
}
