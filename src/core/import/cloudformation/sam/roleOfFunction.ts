import { asSection, isSection, type Section } from '../template/section.ts'
import { fromPolicyTemplate } from './fromPolicyTemplate.ts'

const OF_AWS = `arn:\${AWS::Partition}:iam::aws:policy/`
/** Policies of AWS's that have a path, by their names. Source: AWS managed policy reference. */
const WITH_PATH = new Set(['AWSLambdaBasicExecutionRole', 'AWSLambdaVPCAccessExecutionRole'])
const managedArn = (name: string): unknown =>
  name.startsWith('arn:') ? name : { 'Fn::Sub': `${OF_AWS}${WITH_PATH.has(name) ? 'service-role/' : ''}${name}` }

/** What only a macro of AWS's works out. */
const notWorkedOut = (transform: string): Section => ({ 'Fn::Transform': { Name: transform } })

/**
 * The role that SAM makes of a function which names none: it may write logs, in a VPC make interfaces, and what its policies say. Source: AWS SAM guide,
 * generated CloudFormation resources for AWS::Serverless::Function.
 */
export function roleOfFunction(id: string, said: Section, transform: string): Section {
  const arns: unknown[] = [managedArn('AWSLambdaBasicExecutionRole')]
  if (said.VpcConfig !== undefined) arns.push(managedArn('AWSLambdaVPCAccessExecutionRole'))
  const policies: Section[] = []
  for (const one of said.Policies === undefined ? [] : [said.Policies].flat()) {
    const [name = '', ...others] = Object.keys(asSection(one))
    const inline = isSection(one) && 'Statement' in one
    const isTemplate = isSection(one) && others.length === 0 && /^[A-Z]\w*Policy(?:_v2)?$/.test(name)
    if (inline || isTemplate) {
      const document = inline ? one : (fromPolicyTemplate(name, asSection(one)[name]) ?? notWorkedOut(transform))
      policies.push({ PolicyName: `${id}RolePolicy${policies.length}`, PolicyDocument: document })
    } else arns.push(typeof one === 'string' ? managedArn(one) : one)
  }
  const service = { Service: ['lambda.amazonaws.com'] }
  return {
    AssumeRolePolicyDocument: said.AssumeRolePolicyDocument ?? {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: service }],
    },
    ManagedPolicyArns: arns,
    ...(policies.length > 0 && { Policies: policies }),
    ...('PermissionsBoundary' in said && { PermissionsBoundary: said.PermissionsBoundary }),
    ...('RolePath' in said && { Path: said.RolePath }),
  }
}

/** What a connector lets its source do, which SAM alone works out, as a policy of the source's role. Source: AWS SAM guide, AWS::Serverless::Connector. */
export const policyOfConnector = ({ Source }: Section, roleOf: (id: string) => unknown, transform: string): Section => {
  const { Id, RoleName } = asSection(Source)
  const role = RoleName ?? (typeof Id === 'string' ? roleOf(Id) : undefined)
  return { PolicyDocument: notWorkedOut(transform), Roles: role === undefined ? [] : [role] }
}
