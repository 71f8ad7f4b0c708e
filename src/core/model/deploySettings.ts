import * as z from 'zod/mini'
import { idText, plainText, typedText } from './kinds/common.ts'

/** Names that a deployment may have: those of stacks and of what AWS keeps begin with it. */
export const DEPLOYMENT_NAME = /^[A-Za-z][A-Za-z0-9-]{0,31}$/
/** Names that an environment may have: they stand in file names, names of stacks and tags. */
export const ENVIRONMENT_NAME = /^[a-z][a-z0-9-]{0,15}$/
/** The twelve digits of an account. */
export const ACCOUNT_NUMBER = /^\d{12}$/
/** How codes of Regions read. */
export const REGION_CODE = /^[a-z]{2}(-[a-z]+)+-\d+$/
/** What AWS names a thing that exists by; empty where it is made. */
export const EXISTING_ID = /^[A-Za-z0-9/_-]{0,128}$/
/** What `{…}` in the naming pattern and in values of tags may stand for. */
export const PLACEHOLDERS = ['env', 'name', 'id', 'kind'] as const
/** How names read unless the design says otherwise. */
export const PLAIN_NAMING = '{name}'
/** More than so many environments are refused, and more than so many tags: AWS takes 50 on a resource, of which some are ours. */
export const MOST_ENVIRONMENTS = 20
export const MOST_TAGS = 40

const word = (pattern: RegExp, message: string) => z.string().check(z.regex(pattern, message))
export const deploymentName = word(DEPLOYMENT_NAME, 'must be a letter and at most 31 letters, digits and dashes')

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
/** Construct id -> what AWS names it by. */
const existing = z._default(z.record(idText, word(EXISTING_ID, 'must be an id as AWS gives it, or empty')), {})

/** One account, Region and set of blocks that the same drawing is deployed to. */
export const environment = z.strictObject({
  name: word(ENVIRONMENT_NAME, 'must be a small letter and at most 15 small letters, digits and dashes'),
  /** Left out = the deployment of the design and the name of the environment. */
  deployment: z.optional(deploymentName),
  /** Id of an account -> its number here. */
  accounts: z._default(z.record(idText, word(ACCOUNT_NUMBER, 'must be twelve digits')), {}),
  /** Id of a Region -> its code here. */
  regions: z._default(z.record(idText, word(REGION_CODE, 'must be a code such as eu-west-1')), {}),
  /** Letter of a zone as drawn -> its letter here. */
  zones: z._default(
    z.record(word(/^[a-z]$/, 'must be the letter of a zone'), word(/^[a-z]$/, 'must be the letter of a zone')),
    {},
  ),
  /** Id of a VPC or subnet -> its IPv4 blocks here, in the order of those that are drawn; an empty text is moved along with its VPC. */
  blocks: z._default(z.record(idText, z.array(typedText).check(z.maxLength(100))), {}),
  /** Id of a bucket or table -> its name here; those that are left out end in the name of the environment. */
  names: z._default(
    z.record(idText, word(/^[A-Za-z0-9][A-Za-z0-9_.-]{1,253}[A-Za-z0-9]$/, 'must be a name that AWS takes')),
    {},
  ),
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
