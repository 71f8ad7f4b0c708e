import { nameOf, type StackPlan } from '../plan/planExport.ts'
import type { Resource, Tree } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

/** A share by AWS RAM. `isWithinOrganization`: AWS shares the resource with accounts of one organization only. */
export const shareOf = (
  part: Parameters<typeof tagsOf>[0],
  stack: StackPlan,
  arn: Tree,
  accounts: readonly string[],
  isWithinOrganization: boolean,
): Resource => ({
  type: 'AWS::RAM::ResourceShare',
  properties: {
    Name: stackNamed(stack, part.key),
    ResourceArns: [arn],
    Principals: accounts,
    AllowExternalPrincipals: !isWithinOrganization,
    Tags: tagsOf(part, 'strict'),
  },
})

/** A name for what AWS wants named, unique within account and Region as the stack's name is. */
export const stackNamed = (stack: StackPlan, key: string): Tree => ({
  'Fn::Sub': `\${AWS::StackName}-${nameOf(stack, key)}`,
})
