import type { Template } from '../template/readTemplate.ts'
import { asSection, isSection, memberOf, type Section } from '../template/section.ts'
import { mergeGlobals } from './mergeGlobals.ts'
import { policyOfConnector, roleOfFunction } from './roleOfFunction.ts'

/** One type of SAM: what CloudFormation gets in its place. */
interface SamType {
  /** Its part of `Globals`. */
  readonly globals: string
  readonly type: string
  properties(said: Section): Section
}

const pick =
  (...names: readonly string[]) =>
  (said: Section): Section =>
    Object.fromEntries(names.flatMap((name) => (name in said ? [[name, said[name]]] : [])))

/** Source: AWS SAM specification, generated CloudFormation resources. Of the properties those are kept that a network may hang on. */
const TYPES: Readonly<Record<string, SamType>> = {
  Function: {
    globals: 'Function',
    type: 'AWS::Lambda::Function',
    properties: pick('FunctionName', 'VpcConfig', 'Role'),
  },
  Api: { globals: 'Api', type: 'AWS::ApiGateway::RestApi', properties: apiProperties },
  HttpApi: { globals: 'HttpApi', type: 'AWS::ApiGatewayV2::Api', properties: pick('Name') },
  SimpleTable: { globals: 'SimpleTable', type: 'AWS::DynamoDB::Table', properties: pick('TableName') },
  LayerVersion: { globals: 'LayerVersion', type: 'AWS::Lambda::LayerVersion', properties: pick('LayerName') },
  StateMachine: {
    globals: 'StateMachine',
    type: 'AWS::StepFunctions::StateMachine',
    properties: (said) => ({
      ...('Name' in said && { StateMachineName: said.Name }),
      ...pick('Definition', 'DefinitionSubstitutions', 'Role')(said),
    }),
  },
  GraphQLApi: { globals: 'GraphQLApi', type: 'AWS::AppSync::GraphQLApi', properties: pick('Name') },
  Application: {
    globals: 'Application',
    type: 'AWS::CloudFormation::Stack',
    properties: ({ Location, Parameters }) => ({ TemplateURL: Location, ...(Parameters ? { Parameters } : {}) }),
  },
}
const SAM = 'AWS::Serverless::'
const TRANSFORM = 'AWS::Serverless-2016-10-31'

/** The API that functions share which name none. */
const IMPLICIT = 'ServerlessRestApi'

/** The resources of a template of SAM as CloudFormation gets them; those of any other as they are. */
export function expandSam(
  { globals, transforms }: Pick<Template, 'globals' | 'transforms'>,
  resources: Section,
): Section {
  if (!transforms.includes(TRANSFORM)) return resources
  const all = hasImplicitApi(resources) ? { [IMPLICIT]: { Type: `${SAM}Api` }, ...resources } : resources
  const made = Object.entries(all).flatMap(([id, node]) => rolesBeside(id, node, globals, all))
  return Object.fromEntries([
    ...made,
    ...Object.entries(all).map(([id, node]) => [id, expand(id, node, globals, all)] as const),
  ])
}

const saidOf = (node: unknown, globals: Section): Section =>
  asSection(mergeGlobals(memberOf(globals, 'Function'), asSection(asSection(node).Properties)))
const isFunction = (node: unknown): boolean => asSection(node).Type === `${SAM}Function`
const roleId = (id: string): string => `${id}Role`

/** The role that a function has where it names none. */
function rolesBeside(
  id: string,
  node: unknown,
  globals: Section,
  all: Section,
): readonly (readonly [string, unknown])[] {
  if (!isFunction(node) || roleId(id) in all) return []
  const said = saidOf(node, globals)
  if (said.Role !== undefined) return []
  const { Condition } = asSection(node)
  const Properties = roleOfFunction(id, said, TRANSFORM)
  return [[roleId(id), { Type: 'AWS::IAM::Role', ...(Condition !== undefined && { Condition }), Properties }]]
}

/** What names the role of a function. */
function roleOf(id: string, globals: Section, all: Section): unknown {
  if (!isFunction(all[id])) return undefined
  return saidOf(all[id], globals).Role ?? { Ref: roleId(id) }
}

function expand(id: string, node: unknown, globals: Section, all: Section): unknown {
  const { Type } = asSection(node)
  if (Type === `${SAM}Connector` && isSection(node)) {
    const said = asSection(node.Properties)
    return {
      ...node,
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: policyOfConnector(said, (of) => roleOf(of, globals, all), TRANSFORM),
    }
  }
  const name = typeof Type === 'string' && Type.startsWith(SAM) ? Type.slice(SAM.length) : ''
  const row = Object.hasOwn(TYPES, name) ? TYPES[name]! : null
  if (!isSection(node) || !row) return node
  const said = asSection(mergeGlobals(memberOf(globals, row.globals), asSection(node.Properties)))
  const properties = row.properties(said)
  const role = isFunction(node) && said.Role === undefined && { Role: { 'Fn::GetAtt': [roleId(id), 'Arn'] } }
  return { ...node, Type: row.type, Properties: { ...properties, ...role } }
}

/** Whether a function is called by an API and does not say by which. */
const hasImplicitApi = (resources: Section): boolean =>
  Object.values(resources).some((node) => {
    const { Type, Properties } = asSection(node)
    return (
      Type === `${SAM}Function` &&
      Object.values(asSection(asSection(Properties).Events)).some((event) => {
        const { Type: kind, Properties: at } = asSection(event)
        return kind === 'Api' && !('RestApiId' in asSection(at))
      })
    )
  })

function apiProperties(said: Section): Section {
  const { EndpointConfiguration: endpoint, Auth } = said
  const policy = asSection(asSection(Auth).ResourcePolicy)
  const statements = policy.CustomStatements
  const isOwn = Object.keys(policy).every((name) => name === 'CustomStatements')
  return {
    ...pick('Name', 'DisableExecuteApiEndpoint')(said),
    EndpointConfiguration:
      isSection(endpoint) && 'Type' in endpoint
        ? {
            Types: [endpoint.Type],
            ...('VPCEndpointIds' in endpoint ? { VpcEndpointIds: endpoint.VPCEndpointIds } : {}),
          }
        : { Types: [endpoint ?? 'EDGE'] },
    ...(Object.keys(policy).length === 0
      ? {}
      : {
          Policy: isOwn
            ? { Version: '2012-10-17', Statement: [statements].flat() }
            : { 'Fn::Transform': { Name: TRANSFORM } },
        }),
  }
}
