import { isList } from '../aws/value.ts'
import type { Part } from '../plan/part.ts'
import { addRemark } from '../plan/planning.ts'
import type { ExportRemark } from '../types.ts'
import type { BuiltModule } from './buildModule.ts'
import { type Body, isBlocks, isExpression, isJson, type Value } from './expression.ts'
import { writtenAs } from './quoteHcl.ts'

/** What the provider cannot be told, and what Terraform makes of some texts. */
export function explainDifferences(modules: readonly BuiltModule[]): readonly ExportRemark[] {
  const remarks: ExportRemark[] = []
  for (const { stack, resources } of modules) {
    for (const part of stack.parts)
      for (const message of differencesOf(part)) addRemark({ remarks }, part.construct, message)
    for (const { part, body } of resources)
      for (const text of new Set(textsIn(body).filter((one) => writtenAs(one) !== one)))
        addRemark(
          { remarks },
          part.construct,
          `Terraform keeps “${writtenAs(text)}” in composed letters, which look the same as the drawn ones.`,
        )
  }
  return remarks
}

function differencesOf(part: Part): readonly string[] {
  if (part.name === 'endpoint-service' && part.construct.payer === 'service-owner')
    return [
      'Terraform cannot say that the owner of the service pays. By hand: aws ec2 modify-vpc-endpoint-service-payer-responsibility.',
    ]
  if (part.name === 'resource-configuration' && part.type === 'GROUP' && part.construct.customDomainName !== null)
    return [
      `Terraform cannot give a group the domain “${part.construct.customDomainName}”, so it has none. The scripts and CloudFormation do.`,
    ]
  if (part.name === 'transit-peering-acceptance' && part.between !== null)
    return [
      'Within a Region each of the two gateways has an attachment of its own, and Terraform does not tell the id of the accepter’s, so that it cannot accept the peering: AWS refuses the id of the request. The scripts, and deploy.sh beside the templates, look it up.',
    ]
  if (part.name === 'instance')
    return part.interfaces.flatMap((one) =>
      one.part === null && one.publicIp && typeof one.further === 'number' && one.further > 0
        ? [
            `Terraform cannot ask for ${one.further} further private ${one.further === 1 ? 'address' : 'addresses'} of an instance that AWS gives a public one, so it has its first alone. The scripts and CloudFormation ask for all.`,
          ]
        : [],
    )
  return []
}

/** The texts in a body, names of members among them. */
function textsIn(body: Body): string[] {
  const inValue = (value: Value): string[] => {
    if (typeof value === 'string') return [value]
    if (typeof value !== 'object' || isExpression(value)) return []
    if (isJson(value)) return inValue(value.json)
    if (isList(value)) return value.flatMap(inValue)
    return Object.entries(value).flatMap(([name, one]) => [name, ...(one === undefined ? [] : inValue(one))])
  }
  return Object.values(body).flatMap((member) => {
    if (member === undefined) return []
    return isBlocks(member) ? member.blocks.flatMap(textsIn) : inValue(member)
  })
}
