import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { APP_VERSION } from '../core/base/index.ts'
import type { Finding } from '../core/checks/index.ts'
import { type Design, nameIn } from '../core/model/index.ts'

const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const

/** Where findings are: the file as it was named, and the line on which a construct begins, where that can be told. */
export interface Place {
  readonly source: string
  readonly lineOf: (construct: string) => number | null
}

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code hosts and editors read. */
export function printSarif(design: Design, findings: readonly Finding[], { source, lineOf }: Place): string {
  const rules = [...new Map(findings.map((one) => [one.check, one])).values()]
  const uri = isAbsolute(source) ? pathToFileURL(source).href : encodeURI(source.replaceAll('\\', '/'))
  const locationOf = ({ construct, path }: Finding['at'][number]) => {
    const startLine = lineOf(construct)
    return {
      physicalLocation: { artifactLocation: { uri }, ...(startLine !== null && { region: { startLine } }) },
      logicalLocations: [
        {
          name: nameIn(design, construct),
          fullyQualifiedName: [construct, ...path].join('/'),
          kind: 'resource',
        },
      ],
    }
  }
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'hopwise',
            semanticVersion: APP_VERSION,
            rules: rules.map(({ check, title, learnMore, severity }) => ({
              id: check,
              shortDescription: { text: title },
              helpUri: learnMore,
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => {
          const [first, ...more] = finding.at
          return {
            ruleId: finding.check,
            ruleIndex: rules.findIndex(({ check }) => check === finding.check),
            level: LEVELS[finding.severity],
            message: {
              text: finding.awsError === null ? finding.message : `${finding.message} AWS says: ${finding.awsError}`,
            },
            locations: [locationOf(first)],
            ...(more.length > 0 && { relatedLocations: more.map(locationOf) }),
            // The same finding of the same thing stays the same when lines move
            partialFingerprints: { 'place/v1': [finding.check, first.construct, ...first.path].join('/') },
          }
        }),
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}
