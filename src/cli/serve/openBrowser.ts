import { spawn } from 'node:child_process'

type Environment = Readonly<Record<string, string | undefined>>

/** The program that opens an address in the person's browser, with its arguments; null where there is no screen to open one on. */
export function browserCommand(
  url: string,
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): readonly [command: string, ...args: string[]] | null {
  if (platform === 'darwin') return ['open', url]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME ? ['xdg-open', url] : null
}

/** Opens an address in the person's browser, where there is one. Where not, nothing is lost: the address was said. */
export function openBrowser(url: string): void {
  const command = browserCommand(url)
  if (!command) return
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => process.stderr.write(`${program} could not be started; open the address yourself.\n`))
  child.unref()
}
