import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue } from '../src/core/aws/index.ts'
import { exportDesign } from '../src/core/export/index.ts'
import { everything } from '../src/core/export/testing/exampleDesigns.ts'
import * as networks from '../src/core/export/testing/exampleNetworks.ts'
import { type Design, parseDesign } from '../src/core/model/index.ts'
import { motoExamples } from './moto/motoExamples.ts'
import { type Moto, startMoto } from './moto/startMoto.ts'

/**
 * Runs the exported scripts against moto, a stand-in for AWS on this machine (pip install 'moto[server]' awscli):
 * create, create again (nothing new), create with the record lost (finds everything), tear down, look for leftovers.
 *
 *   npx tsx scripts/deployToMoto.ts [design.json | name of an example, such as inspection or peering | --all]
 *
 * --all tries the small designs of scripts/moto/motoExamples.ts, one after the other. Without a name: one large design.
 */
async function deployToMoto(design: Design): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hopwise-moto-'))
  let moto: Moto | null = null
  try {
    moto = await startMoto(folder)
    const result = exportDesign(design, await loadCatalogue(), 'cli')
    for (const file of result.files) writeFileSync(join(folder, file.path), file.text)
    tryScripts(folder, moto.env)
    console.log('passed')
  } catch (error) {
    for (const trouble of moto?.troubles() ?? []) console.log(`inside of moto: ${trouble}`)
    throw error
  } finally {
    moto?.stop()
    rmSync(folder, { recursive: true })
  }
}

function tryScripts(folder: string, env: Moto['env']): void {
  const run = (script: string): string => {
    const started = Date.now()
    const { status, stdout, stderr } = spawnSync('bash', [join(folder, script)], { env, encoding: 'utf8' })
    console.log(`${script}: ${status === 0 ? 'done' : 'failed'} in ${Math.round((Date.now() - started) / 1000)} s`)
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
    return stdout
  }
  const state = join(folder, 'hopwise-state.txt')
  const recorded = () =>
    readFileSync(state, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('mark '))
  run('create.sh')
  const first = readFileSync(state, 'utf8')
  console.log(`${recorded().length} resources recorded`)
  run('create.sh')
  if (readFileSync(state, 'utf8') !== first)
    throw new Error(`the second run changed the record:\n${first}\n${readFileSync(state, 'utf8')}`)
  const before = recorded()
  renameSync(state, `${state}.lost`)
  run('create.sh')
  const lost = before.filter((line) => !recorded().includes(line) && !MADE_ANEW.test(line))
  if (lost.length > 0) throw new Error(`with the record lost, these were not found again:\n${lost.join('\n')}`)
  run('teardown.sh')
  if (existsSync(state)) throw new Error(`left in the record:\n${readFileSync(state, 'utf8')}`)
  for (const [command, query] of LEFTOVERS) {
    const { stdout } = spawnSync('aws', [...command.split(' '), '--query', query, '--output', 'text'], {
      env,
      encoding: 'utf8',
    })
    if (!['', 'None'].includes(stdout.trim())) throw new Error(`left over by aws ${command}: ${stdout}`)
  }
}

/**
 * What a run with a lost record makes again: task definitions and associations with a network ACL, of which a second one replaces the first.
 * moto forgets the tags of DHCP option sets, so those too, and one is left over. It also keeps the interface of a deleted NAT gateway, and lists deleted clusters.
 */
const MADE_ANEW = /^(ecs-task|subnet-network-acl|dhcp-options) /

/** Questions whose answer is empty when nothing is left. */
const LEFTOVERS = [
  ['ec2 describe-vpcs', 'Vpcs[?!IsDefault].VpcId'],
  ['ec2 describe-vpc-endpoints', 'VpcEndpoints[?State!=`deleted`].VpcEndpointId'],
  ['ec2 describe-addresses', 'Addresses[].AllocationId'],
  ['ec2 describe-transit-gateways', 'TransitGateways[?State!=`deleted`].TransitGatewayId'],
  ['ec2 describe-vpc-peering-connections', 'VpcPeeringConnections[?Status.Code!=`deleted`].VpcPeeringConnectionId'],
  ['ec2 describe-vpn-gateways', 'VpnGateways[?State!=`deleted`].VpnGatewayId'],
  ['elbv2 describe-load-balancers', 'LoadBalancers[].LoadBalancerArn'],
  ['elbv2 describe-target-groups', 'TargetGroups[].TargetGroupArn'],
  ['route53 list-hosted-zones', 'HostedZones[].Id'],
  ['ec2 describe-network-interfaces', 'NetworkInterfaces[?TagSet].NetworkInterfaceId'],
  ['ec2 describe-instances', 'Reservations[].Instances[?State.Name!=`terminated`].InstanceId'],
  ['ec2 describe-internet-gateways', 'InternetGateways[?!Attachments].InternetGatewayId'],
  ['iam list-roles', 'Roles[?Tags].RoleName'],
  ['lambda list-functions', 'Functions[].FunctionName'],
  ['s3api list-buckets', 'Buckets[].Name'],
  ['dynamodb list-tables', 'TableNames'],
  ['apigateway get-rest-apis', 'items[].id'],
] as const

const EXAMPLES: Readonly<Record<string, (() => Design) | undefined>> = { ...networks, ...motoExamples }

function readDesign(path: string): Design {
  const parsed = parseDesign(readFileSync(path, 'utf8'))
  if (parsed.ok) return parsed.design
  throw new Error(parsed.problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n'))
}

const run = process.argv[2]
if (run === undefined) await deployToMoto(everything())
else if (run === '--all') for (const [name, example] of Object.entries(motoExamples)) await tryOne(name, example())
else await deployToMoto(EXAMPLES[run]?.() ?? readDesign(run))

/** One of several: what fails is printed, and the next one is tried. */
async function tryOne(name: string, design: Design): Promise<void> {
  console.log(`\n${name}`)
  await deployToMoto(design).catch((error: unknown) => {
    console.log(`${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  })
}
