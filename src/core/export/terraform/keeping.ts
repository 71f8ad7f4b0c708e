import { deployOf } from '../../model/deployOf.ts'
import type { Design } from '../../model/design.ts'
import { plainSetting } from '../commands/settingLine.ts'
import type { Variable } from '../plan/variables.ts'
import { code } from '../text/markdown.ts'

/** How the commands of the guide remember what Terraform has to be told again each time: images, and ids that other modules made. */
export interface Keeping {
  /** Lines that come before all others. */
  readonly head: readonly string[]
  /** Lines that come before a module is applied for the first time. */
  readonly first: (folder: string) => readonly string[]
  /** Where somebody writes values, in words. */
  readonly where: string
  /** Gives the module in that folder a value; `value` is a shell word. */
  readonly give: (folder: string, name: string, value: string) => string
  /** The same where it has none yet. */
  readonly giveOnce: (folder: string, name: string, value: string) => string
  readonly take: (folder: string, names: readonly string[]) => string
  /** Sets a shell variable to what differs between environments. */
  readonly setting: (variable: Variable) => string
}

const inFolder = (folder: string, file: string): string => (folder === '' ? file : `${folder}/${file}`)

/** Where there are no environments: a file for each value, which Terraform reads by itself. None is lost when the commands are run again. */
const inFiles: Keeping = {
  head: [],
  first: () => [],
  where: code('terraform.tfvars'),
  give: (folder, name, value) => `echo "${name} = \\"${value}\\"" >${inFolder(folder, `${name}.auto.tfvars`)}`,
  giveOnce: (folder, name, value) => {
    const file = inFolder(folder, 'images.auto.tfvars')
    return `grep -qs '^${name} ' ${file} || { image=${value} && printf '${name} = "%s"\\n' "$image" >>${file}; }`
  },
  take: (folder, names) => `rm -f ${names.map((name) => inFolder(folder, `${name}.auto.tfvars`)).join(' ')}`,
  setting: plainSetting,
}

const NAMES = 'environments/$environment.ids.tfvars'

/** Each environment has a state of its own (a workspace), a file of what the design says, and another of what was found out. */
const inEnvironments = (design: Design): Keeping => ({
  head: [
    `environment=${design.deploy!.environments[0]!.name}`,
    'export TF_WORKSPACE="$environment"',
    `export TF_CLI_ARGS_plan="-var-file=environments/$environment.tfvars -var-file=${NAMES}"`,
    'export TF_CLI_ARGS_destroy="$TF_CLI_ARGS_plan"',
    `take() { file="$1/${NAMES}"; touch "$file"; kept=$(grep -v "^$2 " "$file"); printf '%s\\n' "$kept" >"$file"; }`,
    `give() { case $3 in '' | *[[:space:]]*) echo "$2 is not known yet" >&2 ;; *) take "$1" "$2" && echo "$2 = \\"$3\\"" >>"$file" ;; esac; }`,
    `setting() { sed -n "s/^HOPWISE_$1=//p" "environments/$environment.env"; }`,
  ],
  first: (folder) => [`touch "${inFolder(folder, NAMES)}"`],
  where: code('environments/NAME.ids.tfvars'),
  give: (folder, name, value) => `give ${folder || '.'} ${name} "${value}"`,
  giveOnce: (folder, name, value) =>
    `grep -qs '^${name} ' "${inFolder(folder, NAMES)}" || give ${folder || '.'} ${name} "${value}"`,
  take: (folder, names) => names.map((name) => `take ${folder || '.'} ${name}`).join('; '),
  setting: ({ name }) => `${name}=$(setting ${name})`,
})

export const keepingOf = (design: Design): Keeping =>
  deployOf(design).environments.length === 0 ? inFiles : inEnvironments(design)
