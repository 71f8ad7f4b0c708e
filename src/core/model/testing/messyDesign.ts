import fc from 'fast-check'
import type { Design } from '../design.ts'
import type { Construct } from '../kinds/registry.ts'
import { copyField, type Fields, writeAt } from '../plans/rewriteFields.ts'
import { referencesOf } from '../references.ts'

/** The design with references that lead anywhere: to nothing, to the wrong kind, to itself, round in circles. Its blocks are no better. */
export function messyDesign(design: Design): fc.Arbitrary<Design> {
  const ids = Object.keys(design.constructs)
  return fc
    .array(
      fc.tuple(
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...ids, 'nowhere'),
        fc.constantFrom(null, '', '10.0.0.5/08', '::/0'),
      ),
      { maxLength: 25 },
    )
    .map((turns) => {
      const constructs: Record<string, Construct> = { ...design.constructs }
      for (const [pick, at, to, cidr] of turns) {
        const construct = constructs[ids[pick % ids.length]!]!
        const references = referencesOf(construct)
        const reference = references[at % references.length]
        if (!reference) continue
        const fields: Fields = {}
        copyField(fields, construct, reference.path)
        writeAt(fields, reference.path, to)
        const blocks =
          cidr === null ? {} : 'cidr' in construct ? { cidr } : 'cidrs' in construct ? { cidrs: [cidr] } : {}
        constructs[construct.id] = { ...construct, ...fields, ...blocks } as Construct
      }
      return { ...design, constructs }
    })
}
