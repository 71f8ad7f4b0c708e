import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findService } from '../src/core/aws/findService.ts'
import { loadCatalogue } from '../src/core/aws/index.ts'
import type { Need } from '../src/core/aws/workloads/workload.ts'
import { WORKLOAD_IDS } from '../src/core/aws/workloads/workloadIds.ts'
import { WORKLOADS } from '../src/core/aws/workloads/workloads.ts'
import { WORKLOAD_TITLES } from '../src/core/aws/workloads/workloadTitles.ts'

export const needsPath = fileURLToPath(new URL('../docs/needs.md', import.meta.url))

const HEAD = `# What workloads need in a private subnet

Written by \`npm run needs\` from \`src/core/aws/workloads\`, where each row has its source; a test compares the two, and each name with the catalogue.

A client may say in its field *Workloads* what runs on it. The inspector then asks for every name below, a finding (\`workload-endpoint-missing\`) names what nothing leads to, and its fix adds the endpoints with a security group of their own. Without a page:

\`\`\`
npm run -s hopwise -- needs                                             the workloads
npm run -s hopwise -- needs net.hopwise.json --client web                    what becomes of each name; --json for scripts
npm run -s hopwise -- needs net.hopwise.json --client web --workload eks-node,session-manager
\`\`\`

Exit code 0: every name that is always asked for is reached. 1: one is not. 2: input that cannot be used.

- \`{r}\` stands for the Region, \`{account}\` for the number of the account; in other partitions the suffix is that of the partition. All are TCP.
- *always* rows make the finding; the others are asked for where their condition holds, which no design says.
- \`example-bucket\` stands for buckets of one’s own in the Region.
- *reached*: by whatever way, a NAT gateway or the endpoint of another VPC included. *missing*: nothing leads there. *blocked*: something drawn stands in the way. *cannot tell*: the design does not say enough.
- Names of one’s own that a workload asks for besides (the API server of a cluster, a file system, a database) are not in the table: ask for them as for any other.
- Not in the table, because no endpoint serves them by their public names: DataSync agents, which talk to the addresses of their endpoint on ports of their own.
`

/** The page of documentation about the table of workloads. */
export async function createNeedsPage(): Promise<string> {
  const catalogue = await loadCatalogue()
  const endpointOf = ({ service, home }: Need): string => {
    if (service === null) return 'none'
    const types = findService(catalogue, service.replace('{r}', 'us-east-1'))?.entry.types ?? []
    const only = service.match(/\.([a-z]{2}(?:-[a-z]+)+-\d)\./)?.[1]
    const where = home ? `, stating ${home} from elsewhere` : only ? `, in ${only} alone` : ''
    return `${types.includes('gateway') ? 'gateway' : 'interface'} \`${service}\`${where}`
  }
  const regionsOf = ({ regions }: Need): string => (regions ? ` (${regions.words})` : '')
  const sections = WORKLOAD_IDS.map((id) => {
    const { about, source, needs } = WORKLOADS[id]
    const rows = needs.map(
      (need) =>
        `| \`${need.host}\`${regionsOf(need)} | ${need.port} | ${endpointOf(need)} | ${need.when === null ? 'always' : `only ${need.when}`} | [source](${need.source ?? source}) |`,
    )
    return [
      `## ${WORKLOAD_TITLES[id]}`,
      '',
      `\`${id}\`. ${about}`,
      '',
      '| name | port | endpoint | when | |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n')
  })
  return `${HEAD}\n${sections.join('\n')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(needsPath, await createNeedsPage())
  console.log('Wrote docs/needs.md')
}
