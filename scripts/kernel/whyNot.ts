import { spawnSync } from 'node:child_process'

/** Programs that the run needs, and the Debian packages that have them. */
export const TOOLS = {
  ip: 'iproute2',
  nft: 'nftables',
  dnsmasq: 'dnsmasq-base',
  unshare: 'util-linux',
  python3: 'python3-minimal',
} as const

const works = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore', timeout: 20_000 }).status === 0

/** Programs that are not there. */
export const missingTools = (): readonly (keyof typeof TOOLS)[] =>
  (Object.keys(TOOLS) as (keyof typeof TOOLS)[]).filter((tool) => !works('sh', ['-c', `command -v ${tool}`]))

const PROBE = `
mount -t tmpfs none /run && mkdir /run/netns && ip netns add probe &&
ip link add name a address 02:00:00:00:00:01 type veth peer name b netns probe &&
ip rule add pref 100 iif a lookup 1000 && ip route add blackhole 10.0.0.0/8 table 1000 &&
ip -6 rule add pref 100 iif a lookup 1000 && ip -6 route add blackhole 2600::/16 table 1000 && nft -f - <<'END'
table inet probe {
  map ports { type inet_service : inet_service; }
  set seen { type inet_service; flags dynamic; size 16; }
  chain raw { type filter hook prerouting priority raw; notrack; ip saddr set ip saddr map { 10.0.0.1 : 10.0.0.2 }
  }
  chain input { type filter hook input priority filter; ct state established accept; add @seen { tcp sport }
  }
  chain translate { type nat hook postrouting priority srcnat; tcp sport @ports snat ip to 10.0.0.1 : tcp sport map @ports
  }
}
END
`

/** Why the oracle cannot run here, in one line; null where it can. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return `it needs Linux, and this is ${process.platform}`
  if (process.getuid?.() !== 0) return 'it needs root, to make network namespaces'
  const missing = missingTools()
  if (missing.length > 0)
    return `${missing.join(', ')} not found (apt-get install ${missing.map((tool) => TOOLS[tool]).join(' ')})`
  const args = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc', '--propagation', 'private']
  const probe = spawnSync('unshare', [...args, 'sh', '-c', PROBE], { encoding: 'utf8', timeout: 20_000 })
  if (probe.status === 0) return null
  const complaint = (probe.stderr || (probe.error?.message ?? '')).trim().split('\n')[0]
  return `namespaces, policy routing or nftables are not permitted here (${complaint})`
}
