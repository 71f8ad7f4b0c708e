import { hexOf } from '../../base/hash.ts'
import type { Part } from '../plan/part.ts'
import { physicalWord } from '../text/physicalWord.ts'
import { codeOf, type Expression, variable } from './expression.ts'
import { template } from './knownOf.ts'

const deployment = codeOf(variable('deployment'))

/** A name for what AWS wants named, from the deployment and the part: at most 56 letters, digits and dashes. */
export const named = ({ key }: Part): Expression => template(deployment, `-${physicalWord(key)}`)

/** VPC Lattice takes 3 to 40 small letters, digits and dashes, unique in the account: of the part, and of the deployment by its hash. */
export const latticeNamed = ({ key }: Part): Expression => {
  const word = `hopwise-${key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, 16)}-${hexOf(key, 6)}`
  return template(`${word.replace('--', '-')}-`, codeOf('substr(sha256(', variable('deployment'), '), 0, 8)'))
}
