import { hashTree } from '../../base/hashTree.ts'
import { isObject, type TreeObject } from './resource.ts'

/**
 * The template with the drawing in its metadata, as `packDesign` writes it, and a seal over all else: where the seal still fits, whoever opens the
 * template has the drawing; where it does not, the template was changed and says more than the drawing.
 */
export function withDesign(tree: TreeObject, packed: string): TreeObject {
  const { Metadata } = tree
  const { Hopwise, ...others } = isObject(Metadata) ? Metadata : {}
  return {
    ...tree,
    Metadata: { Hopwise: { ...(isObject(Hopwise) && Hopwise), Seal: hashTree(tree), Design: packed }, ...others },
  }
}
