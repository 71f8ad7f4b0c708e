import { keyOf } from './readShipped.ts'

/** What is read and written of a CycloneDX bill of materials. */
export interface Bom {
  readonly metadata: { readonly component: object }
  readonly components: readonly BomComponent[]
}
interface BomComponent {
  readonly name: string
  readonly version: string
  readonly scope?: string
}

/** npm counts all packages as tools, as none is installed with Hopwise. Marks those that ship inside of the bundle `required`, and the tools `excluded`. */
export function markShipped(bom: Bom, name: string, shipped: ReadonlySet<string>): Bom {
  const components = bom.components.map((one) => ({
    ...one,
    scope: shipped.has(keyOf(one)) ? 'required' : 'excluded',
  }))
  const found = components.filter(({ scope }) => scope === 'required').length
  if (found !== shipped.size) throw new Error(`${shipped.size} packages ship, and npm knows ${found} of them`)
  return { ...bom, metadata: { ...bom.metadata, component: { ...bom.metadata.component, name } }, components }
}
