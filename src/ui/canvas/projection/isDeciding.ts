import type { Light } from './highlightsFor.ts'

type State = Exclude<Light['state'], 'passed' | 'consulted'>

/** Whether a construct decided the request: it says so in a word. */
export const isDeciding = (light: Light | null): light is Light & { readonly state: State } =>
  light !== null && light.state !== 'passed' && light.state !== 'consulted'
