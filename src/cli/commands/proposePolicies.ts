import { writeFile } from 'node:fs/promises'
import { loadCatalogue } from '../../core/aws/index.ts'
import { networkCandidates } from '../../core/checks/index.ts'
import { applyEdits, serialiseDesign } from '../../core/model/index.ts'
import { AREAS, type Area, type Goal, goalOf, goalsOf, type Proof, proposeChanges } from '../../core/propose/index.ts'
import { printDiff } from '../../core/revise/index.ts'
import type { ExitCode, Given } from '../command.ts'
import { loadSource } from '../loadSource.ts'
import { readRequests } from '../readRequests.ts'
import { readText } from '../readText.ts'
import { Unusable } from '../unusable.ts'

/** `policy propose SOURCE`: the least changes by which requests pass and fail as they must. Exit code 1 where they cannot, and nothing is written. */
export async function proposePolicies(
  source: string | undefined,
  values: Given['values'],
  print: (line: string) => void,
): Promise<ExitCode> {
  if (source === undefined) throw new Unusable('SOURCE is missing; see hopwise help')
  const design = await loadSource(source, values)
  const goals = typeof values.requests === 'string' ? await goalsIn(values.requests) : goalsOf(design)
  if (goals.length === 0)
    throw new Unusable(
      `${source}: no saved request says what must come of it; give --requests FILE.jsonl, each line with "must": "pass" or "fail"`,
    )
  const areas = areasIn(values.only)
  const proposal = await proposeChanges({
    design,
    catalogue: await loadCatalogue(),
    goals,
    ...(areas && { areas }),
    more: [networkCandidates],
    pause: async () => undefined,
  })
  if (values.json) {
    const { edits: _, ...told } = proposal
    print(JSON.stringify(told, null, 2))
  } else {
    for (const { title } of proposal.changes) print(title)
    if (proposal.isWhole && proposal.changes.length === 0) print('Nothing has to be changed.')
    for (const { title, before, after } of proposal.texts) print(`\n${printDiff(title, before, after).trimEnd()}`)
    if (proposal.texts.length > 0) print('')
    for (const one of proposal.proof) print(wordsOf(one))
    for (const one of proposal.others) print(`also    ${one.name}: ${one.before} → ${one.after}`)
    for (const { name, reason } of proposal.cannot) print(`CANNOT  ${name}: ${reason}`)
    const met = proposal.proof.filter(({ isMet }) => isMet).length
    print(`${met} of ${goals.length} as they must${proposal.isWhole ? '' : '; nothing is changed'}`)
  }
  if (proposal.isWhole && typeof values.out === 'string')
    await writeFile(values.out, serialiseDesign(applyEdits(design, proposal.edits).design))
  return proposal.isWhole ? 0 : 1
}

const wordsOf = ({ name, must, before, after, code, isMet }: Proof): string =>
  `${isMet ? 'ok     ' : 'MISSED '} ${name}: must ${must}, ${before} → ${after}${code ? ` (${code})` : ''}`

function areasIn(only: Given['values'][string]): readonly Area[] | null {
  if (typeof only !== 'string') return null
  return only.split(',').map((name) => {
    const area = AREAS.find((one) => one === name.trim())
    if (!area) throw new Unusable(`--only ${name}: one or more of ${AREAS.join(', ')}, with commas`)
    return area
  })
}

/** A request a line as `simulate` takes it, with what must come of it. */
async function goalsIn(file: string): Promise<readonly Goal[]> {
  return readRequests(await readText(file), file, ['must']).map(({ id, request, more, place }) => {
    if (typeof request === 'string') throw new Unusable(request)
    const { must } = more
    if (must !== 'pass' && must !== 'fail') throw new Unusable(`${place}: must: write "pass" or "fail"`)
    return goalOf(String(id), String(id), request, must)
  })
}
