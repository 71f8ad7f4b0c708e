import * as z from 'zod/mini'
import { upperFirst } from '../base/words.ts'
import { idText, plainText, typedText } from './kinds/common.ts'

/** What a text has to look like: by a pattern that JavaScript, shells and templates read alike, and in words. */
export interface TextForm {
  readonly pattern: string
  readonly words: string
}
/** What a text ought to be; null where it is that. */
export const misfit = ({ pattern, words }: TextForm, text: string): string | null =>
  new RegExp(`^(?:${pattern})$`).test(text) ? null : upperFirst(words)

/** Names that a deployment may have: those of stacks and of what AWS keeps begin with it. */
export const DEPLOYMENT_NAME: TextForm = {
  pattern: '[A-Za-z][A-Za-z0-9-]{0,31}',
  words: 'a letter and at most 31 letters, digits and dashes',
}
/** Names that an environment may have: they stand in file names, names of stacks and tags. */
export const ENVIRONMENT_NAME: TextForm = {
  pattern: '[a-z][a-z0-9-]{0,15}',
  words: 'a small letter and at most 15 small letters, digits and dashes',
}
export const ACCOUNT_NUMBER: TextForm = { pattern: '[0-9]{12}', words: 'the twelve digits of an account' }
export const REGION_CODE: TextForm = {
  pattern: '[a-z]{2}(-[a-z]+)+-[0-9]+',
  words: 'the code of a Region, such as eu-west-1',
}
export const ZONE_LETTER: TextForm = { pattern: '[a-z]', words: 'the letter of an Availability Zone' }
/** Names of buckets, tables, roles, queues and the like. */
export const PHYSICAL_NAME: TextForm = {
  pattern: '[A-Za-z0-9][A-Za-z0-9_./-]{1,253}[A-Za-z0-9]',
  words: 'a name that AWS takes',
}
/** What AWS names a thing that exists by. */
export const EXISTING_ID: TextForm = { pattern: '[A-Za-z0-9/_-]{1,128}', words: 'an id as AWS gives it' }
/** What `{…}` in the naming pattern and in values of tags may stand for. */
export const PLACEHOLDERS = ['env', 'name', 'id', 'kind'] as const
/** How names read unless the design says otherwise. */
export const PLAIN_NAMING = '{name}'
/** More than so many environments are refused, and more than so many tags: AWS takes 50 on a resource, of which some are ours. */
export const MOST_ENVIRONMENTS = 20
export const MOST_TAGS = 40

const word = (pattern: RegExp, message: string) => z.string().check(z.regex(pattern, message))
const formed = ({ pattern, words }: TextForm) => word(new RegExp(`^(?:${pattern})$`), `must be ${words}`)
export const deploymentName = formed(DEPLOYMENT_NAME)

/** The name of everything, from its own: without `{name}` and `{id}` all things would have one name. */
const naming = plainText(200).check(
  z.regex(
    new RegExp(`^(?=.*\\{(?:name|id)\\})(?:[^{}]|\\{(?:${PLACEHOLDERS.join('|')})\\})*$`),
    `must hold {name} or {id}, and no other placeholder than ${PLACEHOLDERS.map((one) => `{${one}}`).join(', ')}`,
  ),
)
const tagKey = word(
  /^(?!aws:|hopwise:|__|Name$)[\p{L}\p{N} _.:/=+\-@]{1,128}$/iu,
  'must be 1 to 128 letters, digits, spaces and _.:/=+-@, and not begin with aws: or hopwise:, nor be Name',
)
const tagValue = word(
  /^(?=.{0,200}$)(?:[\p{L}\p{N} _.:/=+\-@]|\{env\})*$/u,
  'must be at most 200 letters, digits, spaces and _.:/=+-@, and no other placeholder than {env}',
)
const tags = z._default(
  z
    .record(tagKey, tagValue)
    .check(z.refine((given) => Object.keys(given).length <= MOST_TAGS, `must not be more than ${MOST_TAGS}`)),
  {},
)
/** Construct id -> what AWS names it by; empty where it is made. */
const existing = z._default(
  z.record(idText, word(new RegExp(`^(?:${EXISTING_ID.pattern})?$`), `must be ${EXISTING_ID.words}, or empty`)),
  {},
)

/** One account, Region and set of blocks that the same drawing is deployed to. */
export const environment = z.strictObject({
  name: formed(ENVIRONMENT_NAME),
  /** Left out = the deployment of the design and the name of the environment. */
  deployment: z.optional(deploymentName),
  /** Id of an account -> its number here. */
  accounts: z._default(z.record(idText, formed(ACCOUNT_NUMBER)), {}),
  /** Id of a Region -> its code here. */
  regions: z._default(z.record(idText, formed(REGION_CODE)), {}),
  /** Letter of a zone as drawn -> its letter here. */
  zones: z._default(z.record(formed(ZONE_LETTER), formed(ZONE_LETTER)), {}),
  /** Id of a VPC or subnet -> its IPv4 blocks here, in the order of those that are drawn; an empty text is moved along with its VPC. */
  blocks: z._default(z.record(idText, z.array(typedText).check(z.maxLength(100))), {}),
  /** Id of a bucket, table, role or other resource -> its name here; those that are left out end in the name of the environment. */
  names: z._default(z.record(idText, formed(PHYSICAL_NAME)), {}),
  /** As in the settings; an empty text = made in this environment. */
  existing,
})

/** How the design is deployed: one set of settings for every format of the export. */
export const deploySettings = z.strictObject({
  /** Without clients, which a network is only tried from. */
  networkOnly: z._default(z.boolean(), false),
  /** Instances get a role and an instance profile by which Session Manager reaches them; left out = no. */
  sessionManager: z.optional(z.boolean()),
  /** Outputs of stacks are exports, which other stacks import by name; left out = no. */
  exportOutputs: z.optional(z.boolean()),
  naming: z._default(naming, PLAIN_NAMING),
  tags,
  /** What is not made but used: construct id -> its id; an empty text = made, unless an id is given at deployment. */
  existing,
  environments: z._default(
    z.array(environment).check(
      z.maxLength(MOST_ENVIRONMENTS),
      z.refine(
        (list) => new Set(list.map(({ name }) => name)).size === list.length,
        'must not name the same environment twice',
      ),
    ),
    [],
  ),
})

/** The settings of a design that says none. */
export const AS_DRAWN = deploySettings.parse({})
