import { type Construct, constructAt, type Design, definitions, parentOf, vpcOf } from '../../core/model/index.ts'
import { nameOfConstruct } from './nameOfConstruct.ts'

/** What a construct is and where it lies, to tell it from others of its name: `Client in private b, VPC 2`. */
export function placeOf(design: Design, construct: Construct): string {
  const { title } = definitions[construct.kind]
  const container = constructAt(design, parentOf(design, construct.id) ?? '')
  if (!container) return title
  const vpc = vpcOf(design, construct.id)
  const within = vpc && vpc.id !== container.id && vpc.id !== construct.id ? `, ${nameOfConstruct(vpc)}` : ''
  return `${title} in ${nameOfConstruct(container)}${within}`
}
