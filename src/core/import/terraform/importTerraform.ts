import { groupBy } from '../../base/groupBy.ts'
import { assemble, type ImportResult } from '../assemble.ts'
import { keptAside } from '../cloudformation/resources/keptAside.ts'
import { putStacks } from '../cloudformation/resources/putStacks.ts'
import { RESOURCE_TYPES } from '../cloudformation/resources/resourceTypes.ts'
import { completeStacks, prepareStacks, STACK_READERS } from '../cloudformation/resources/stackReaders.ts'
import type { Stack } from '../cloudformation/stack.ts'
import { tellValues } from '../cloudformation/tellStacks.ts'
import { createImporting } from '../importing.ts'
import type { ParsedFile } from '../parseFile.ts'
import { createRecords } from '../records.ts'
import { createNoteTaker, type NoteTaker, takeNote } from '../report.ts'
import { tellPassedOver } from '../tellPassedOver.ts'
import { bag } from './bag.ts'
import { fatesOf } from './fatesOf.ts'
import { HOW_TO_SHOW } from './howToShow.ts'
import { identify } from './identify.ts'
import { putExisting } from './putExisting.ts'
import { kindOfFile } from './read/kindOfFile.ts'
import { readRawState } from './read/readRawState.ts'
import { readShown } from './read/readShown.ts'
import { createFindReferents } from './resolve/findReferents.ts'
import { createTaken } from './resolve/taken.ts'
import type { World } from './resolve/world.ts'
import { tellAdding } from './tellOpen.ts'
import { tellAttributes, tellSources, tellTypes } from './tellTerraform.ts'
import type { TerraformRoot } from './terraformRoot.ts'
import { TERRAFORM_TYPES } from './terraformTypes.ts'
import { translate } from './translate.ts'
import { whenceOf } from './whenceOf.ts'

/** Makes a design of plans and states of Terraform. Ids are AWS's where it has given them, else made of addresses. Never throws. */
export function importTerraform(
  files: readonly ParsedFile[],
  title: string,
  passedOver: readonly string[] = [],
): ImportResult {
  const taker = createNoteTaker()
  tellPassedOver(taker, passedOver)
  const roots = files.flatMap((file) => rootOf(file, taker))
  const { instances, ids } = identify(roots, TERRAFORM_TYPES, taker)
  const whence = whenceOf(roots, instances, createFindReferents(instances), taker)
  const world: World = { roots, types: TERRAFORM_TYPES, referring: RESOURCE_TYPES, instances, ids, whence }
  const taken = createTaken()
  const translated = translate(world, taken)
  const { resources, seen, asked } = translated
  const byFile = groupBy(resources, ({ place }) => place.file)
  const stacks = roots.map((root): Stack => {
    const own = byFile.get(root.file) ?? []
    return { file: root.file, prefix: '', account: own[0]?.account ?? '', region: own[0]?.region ?? '', resources: own }
  })
  tellTypes(taker, instances, TERRAFORM_TYPES)
  tellAttributes(taker, instances, TERRAFORM_TYPES, asked)
  tellAdding(taker, seen, TERRAFORM_TYPES)
  taken.writeTo(taker)
  tellValues(taker, stacks, (type) =>
    Object.hasOwn(RESOURCE_TYPES, type) && !Object.hasOwn(keptAside, type) ? RESOURCE_TYPES[type]! : null,
  )
  const records = createRecords()
  // before the stacks: what these add to a thing that exists is said with it
  const existing = putExisting(world, resources, records)
  tellSources(taker, existing)
  putStacks(stacks, records, taker)
  const importing = createImporting(records, STACK_READERS, taker)
  prepareStacks(importing)
  const { design, report } = assemble(importing, STACK_READERS, {
    title,
    description: 'Imported from Terraform.',
    files: files.length,
    complete: completeStacks,
    missing: () => [],
  })
  const setup = { existing, constructs: design.constructs, taker }
  return { design, report: { ...report, resources: fatesOf(world, translated, setup) } }
}

/** What a file says; nothing where it says nothing that is read, which is told. */
function rootOf(file: ParsedFile, taker: NoteTaker): TerraformRoot[] {
  const place = { file: file.path, key: null, index: null }
  for (const remark of file.remarks) takeNote(taker, 'assumed', remark, place)
  const kind = kindOfFile(file)
  switch (kind) {
    case 'plan':
    case 'shown state':
    case 'raw state': {
      const document = bag(file.value)
      const root =
        kind === 'raw state'
          ? readRawState(file.path, document)
          : readShown(file.path, document, kind === 'plan' ? 'plan' : 'state')
      for (const remark of root.remarks) takeNote(taker, 'unknown', remark, place)
      const removed = root.removed.length
      if (removed > 0)
        takeNote(
          taker,
          'unused',
          removed === 1
            ? 'One resource that the plan takes away is not there'
            : `${removed} resources that the plan takes away are not there`,
          place,
          { isOfResources: true },
        )
      return [root]
    }
    case 'configuration':
      takeNote(
        taker,
        'unreadable',
        `The configuration is not worked out here: Terraform does that; give what it prints of a plan: ${HOW_TO_SHOW}`,
        place,
      )
      return []
    case 'saved plan':
      takeNote(
        taker,
        'unreadable',
        `The plan is in Terraform’s own form: give what “terraform show -json” prints of it`,
        place,
      )
      return []
    case 'log':
      takeNote(taker, 'unreadable', `This is the log of a plan: give the plan itself: ${HOW_TO_SHOW}`, place)
      return []
    case 'old state':
      takeNote(
        taker,
        'unreadable',
        'The state is of a version that Terraform no longer writes: give what “terraform show -json” prints of it',
        place,
      )
      return []
    case null:
      takeNote(
        taker,
        file.problem === null ? 'unused' : 'unreadable',
        file.problem ?? 'No plan and no state of Terraform, and not read',
        place,
      )
      return []
  }
}
