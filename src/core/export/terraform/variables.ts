import type { Design } from '../../model/design.ts'
import { CHOICES, type Choice } from '../aws/choices.ts'
import { idForm } from '../aws/idForms.ts'
import { variablesIn } from '../aws/variablesIn.ts'
import type { ExistingPart, MaybePart } from '../plan/existing.ts'
import type { PartKey, PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { titleOf } from '../plan/planning.ts'
import { VARIABLE_FORMS, type Variable as Varying } from '../plan/variables.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import type { Asking, Known } from './asked.ts'
import { type Body, codeOf } from './expression.ts'
import { identifierOf } from './identifierOf.ts'
import { existingName } from './knownOf.ts'
import type { Module } from './module.ts'
import { printBlock } from './printHcl.ts'
import { quoteHcl } from './quoteHcl.ts'

/** A variable of a module. Without a default Terraform asks for it; null waits. */
export interface Variable {
  readonly name: string
  readonly description: string
  readonly type: 'string' | 'number'
  readonly default?: string | number | null
  /** When the value is one, and what is said where it is none. */
  readonly valid: { readonly condition: string; readonly message: string } | null
}

/** What a person may choose, as the variables that stand for it. */
export const CHOICE_VARIABLES: { readonly [C in Choice]: string } = {
  AmazonLinuxImage: 'amazon_linux_image',
  WindowsImage: 'windows_image',
  InstanceType: 'instance_type',
  WindowsInstanceType: 'windows_instance_type',
  TaskCount: 'task_count',
}

const matches = (name: string, pattern: string): string => `can(regex(${quoteHcl(pattern)}, var.${name}))`

/** No default: the newest image would replace every instance at a later plan. */
const image = (choice: 'AmazonLinuxImage' | 'WindowsImage', system: string): Variable => ({
  name: CHOICE_VARIABLES[choice],
  description: `Image of ${system} instances; another one replaces them. The newest: aws ssm get-parameter --name ${CHOICES[choice].otherwise}`,
  type: 'string',
  valid: {
    condition: matches(CHOICE_VARIABLES[choice], '^ami-[0-9a-f]+$'),
    message: 'The id of an image, such as ami-0123456789abcdef0.',
  },
})
const size = (choice: 'InstanceType' | 'WindowsInstanceType'): Variable => ({
  name: CHOICE_VARIABLES[choice],
  description: CHOICES[choice].description,
  type: 'string',
  default: CHOICES[choice].otherwise,
  valid: {
    condition: matches(CHOICE_VARIABLES[choice], '^[a-z0-9-]+[.][a-z0-9-]+$'),
    message: 'A size of instances, such as t3.micro.',
  },
})

const CHOSEN: { readonly [C in Choice]: Variable } = {
  AmazonLinuxImage: image('AmazonLinuxImage', 'Linux'),
  WindowsImage: image('WindowsImage', 'Windows'),
  InstanceType: size('InstanceType'),
  WindowsInstanceType: size('WindowsInstanceType'),
  TaskCount: {
    name: CHOICE_VARIABLES.TaskCount,
    description: CHOICES.TaskCount.description,
    type: 'number',
    default: CHOICES.TaskCount.otherwise,
    valid: { condition: 'var.task_count >= 0 && var.task_count <= 10', message: 'A number from 0 to 10.' },
  },
}

/** Those of the module itself: where it goes, and by which name. */
const placeVariables = (design: Design, { regionCode, accountId }: StackPlan): readonly Variable[] => [
  {
    name: 'region',
    description: 'Region that everything is made in. Names of zones and services follow it.',
    type: 'string',
    default: regionCode,
    valid: {
      condition: matches('region', '^[a-z]+(-[a-z]+)+-[0-9]+$'),
      message: 'A Region by its code, such as us-east-1.',
    },
  },
  {
    name: 'account_id',
    description: 'Account that everything is made in: with credentials of another one nothing is done.',
    type: 'string',
    ...(/^\d{12}$/.test(accountId) && { default: accountId }),
    valid: { condition: matches('account_id', '^[0-9]{12}$'), message: 'Twelve digits.' },
  },
  {
    name: 'deployment',
    description: 'Begins names and is the tag hopwise:design. Another one makes everything a second time.',
    type: 'string',
    default: deploymentOf(design),
    valid: {
      condition: matches('deployment', '^[A-Za-z][A-Za-z0-9-]{0,31}$'),
      message: 'A letter, and at most 31 letters, digits and dashes.',
    },
  },
]

/** What differs between environments; what is drawn is its default. */
function varyingVariable({ kind, drawn, what, of, within, ...one }: Varying): Variable {
  const [pattern, words] = VARIABLE_FORMS[kind]
  const name = identifierOf(one.name)
  const follows = kind === 'block' && (of !== null || within !== null) ? '. Rules and routes to it follow' : ''
  return {
    name,
    description: `${what}${follows}`,
    type: 'string',
    default: drawn,
    valid: { condition: matches(name, `^${pattern}$`), message: `${words}.` },
  }
}

/** An id of a form of its own. */
const ANY = '[!-~]+'

const WORDS: { readonly [K in Known]: string } = {
  id: 'Id',
  'bare id': 'Id, without its ARN,',
  arn: 'ARN',
  'private address': 'Private address',
  'DNS name': 'DNS name',
  'DNS zone': 'Hosted zone of the DNS name',
  interface: 'First network interface',
}
/** Forms of what is no id. */
const FORMS: { readonly [K in Known]?: string } = {
  arn: 'arn:.+',
  'bare id': '[a-z]+-[0-9a-f]+',
  'DNS zone': 'Z[A-Z0-9]+',
  interface: 'eni-[0-9a-f]+',
}

function givenVariable(
  name: string,
  { of, known }: Asking,
  stack: StackPlan,
  partNames: ReadonlyMap<PartKey, PartName>,
): Variable {
  const part = stack.byKey.get(of)
  const wanted = stack.imports.get(of)
  const what = wanted?.what ?? (part ? `${titleOf(part.construct)}: ${of.slice(part.construct.id.length + 1)}` : of)
  const form = known === 'id' ? idForm(partNames.get(of) ?? wanted?.type ?? null) : FORMS[known]
  return {
    name,
    description: `${/^ARN of /.test(what) ? what : `${WORDS[known]} of ${what}`}. Null as long as it is not known: what needs it waits`,
    type: 'string',
    default: null,
    valid: {
      condition: `var.${name} == null || ${matches(name, `^(${form ?? ANY})$`)}`,
      message: 'An id as AWS gives it, or null.',
    },
  }
}

/** The id of what is used and not made. */
const thereVariable = (name: string, { part, id, what }: ExistingPart): Variable => ({
  name,
  description: `Id of ${what}, which is used and not made`,
  type: 'string',
  default: id,
  valid: { condition: matches(name, `^(${idForm(part) ?? ANY})$`), message: 'An id as AWS gives it.' },
})

/** The id of what is made as long as none is given. */
const maybeVariable = (name: string, { part, what }: MaybePart): Variable => ({
  name,
  description: `Id of ${what}, to use one that exists. Null: it is made`,
  type: 'string',
  default: null,
  valid: {
    condition: `var.${name} == null || ${matches(name, `^(${idForm(part) ?? ANY})$`)}`,
    message: 'An id as AWS gives it, or null.',
  },
})

/** What else is asked of a thing that exists. */
const insteadVariable = (name: string, existing: string, attribute: string): Variable => ({
  name,
  description: `${attribute} of what ${existing} names, where that is given`,
  type: 'string',
  default: null,
  valid: null,
})

/** The variables of a module, those that everybody has first. */
export const variablesOf = (
  design: Design,
  { stack, given, there, locals }: Module,
  used: ReadonlySet<string>,
  partNames: ReadonlyMap<PartKey, PartName>,
): readonly Variable[] => [
  ...placeVariables(design, stack),
  ...variablesIn(stack)
    .map(varyingVariable)
    .filter(({ name }) => used.has(name)),
  ...Object.values(CHOSEN).filter(({ name }) => used.has(name)),
  ...[...there].map(([name, one]) => thereVariable(name, one)),
  ...[...stack.maybe].map(([key, one]) => maybeVariable(existingName(stack, key), one)),
  ...[...locals.values()].flatMap(({ existing, instead, attribute }) =>
    instead === existing ? [] : [insteadVariable(instead, existing, attribute)],
  ),
  ...[...given].map(([name, one]) => givenVariable(name, one, stack, partNames)),
]

/** `variables.tf`. */
export const writeVariables = (variables: readonly Variable[]): string =>
  `${variables.map((one) => printBlock(`variable "${one.name}"`, variableBody(one))).join('\n\n')}\n`

const variableBody = ({ description, type, valid, ...one }: Variable): Body => ({
  description,
  type: codeOf(type),
  ...(one.default !== undefined && { default: one.default === null ? codeOf('null') : one.default }),
  ...(one.default !== null && { nullable: false }),
  ...(valid && {
    validation: { blocks: [{ condition: codeOf(valid.condition), error_message: valid.message }] },
  }),
})

/** `terraform.tfvars.example`: what has to be said, then what may be, left out until the mark before it is taken away. */
export function writeExample(variables: readonly Variable[]): string {
  const line = ({ name, ...one }: Variable): string =>
    `${name} = ${one.default === null ? 'null' : typeof one.default === 'number' ? one.default : quoteHcl(one.default ?? '')}`
  const asked = variables.filter((one) => one.default === undefined)
  const others = variables.filter((one) => one.default !== undefined)
  const described = (one: Variable) => `# ${one.description.replace(/[^\P{C}]/gu, ' ')}`
  return `${[
    '# Copy it to terraform.tfvars and fill it in there.',
    ...asked.flatMap((one) => ['', described(one), line(one)]),
    ...others.flatMap((one) => ['', described(one), `# ${line(one)}`]),
  ].join('\n')}\n`
}
