import type { KindName } from './kindName.ts'

/** A sheet that compiles and leaves blank what only a person can say. */
export const sheetStub = ({ id, camel, title, noun }: KindName): string => `import * as z from 'zod/mini'
import { base, reference } from './common.ts'
import type { Sheet } from './definition.ts'
import { inVpc, ofVpc } from './parts.ts'

const schema = z.strictObject({ ...base('${id}'), vpc: reference })

/** Source: (the page that says so) */
export const ${camel}: Sheet<typeof schema> = {
  schema,
  kind: '${id}',
  title: '${title}',
  noun: '${noun}',
  group: 'gateways',
  parent: inVpc,
  container: false,
  stands: { area: 'side', rank: 15 },
  colour: 'group-vpc',
  imported: null,
  reached: null,
  detail: () => '${title}',
  references: [ofVpc],
  blank: (parent) => ({ vpc: parent }),
}
`

/** A form that leaves blank what only a person can say. */
export const formStub = ({ id, camel, noun }: KindName): string => `import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of ${noun}. */
export const ${camel}Form: Form<ConstructOf<'${id}'>> = {
  summary: '',
  learnMore: 'https://docs.aws.amazon.com/',
  fields: [],
}
`

/** A lowering that says of every construct that nothing is known of it, so that none is passed over in silence. */
export const loweringStub = ({
  id,
  pascal,
  title,
}: KindName): string => `import { addGap, type Lower } from './building.ts'

/** Source: (the page that says so) */
export const lower${pascal}s: Lower<'${id}'> = (building, constructs) => {
  for (const { id } of constructs)
    addGap(building, 'not-modelled', { construct: id, path: [] }, '${title}: what it does is not simulated yet')
}
`
