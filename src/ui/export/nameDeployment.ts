import type { Stores } from '../../state/index.ts'

/** Keeps the name of what is deployed with the design, as a step that can be undone. */
export const nameDeployment = (stores: Stores, deployment: string) =>
  stores.design.getState().apply('Name the deployment', [{ kind: 'settings', fields: { deployment } }])
