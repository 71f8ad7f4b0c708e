import type { PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Bundle } from '../steps/bundle.ts'
import { OWNERS } from '../steps/owners.ts'
import { REMOVALS } from '../steps/steps.ts'
import { indent, printLines, printReader } from './printLines.ts'
import { SCRIPT_FUNCTIONS } from './scriptFunctions.ts'
import { scriptStart, scriptText } from './scriptText.ts'

/** Names of parts whose owners are asked for alike share a case. */
function ownerCases(): string[] {
  const byCommand = new Map<string, PartName[]>()
  for (const [name] of REMOVALS) {
    const owner = OWNERS[name]
    const command = owner === null ? "'-'" : printReader(null, owner)
    byCommand.set(command, [...(byCommand.get(command) ?? []), name])
  }
  return [...byCommand].map(([command, names]) => `'^(${names.join('|')})\\z' {\n${indent(command)}\n}`)
}

const SPLIT = [
  `$first = ($recorded -split ',', 2)[0]`,
  `$rest = ($recorded -split ',', 2)[-1]`,
  `$last = ($recorded -split '/')[-1]`,
  `$vpc = ($recorded -split '=')[-1]`,
]

/** The script that deletes what the record holds, last made first, as far as it carries the tag of the deployment. */
export function writeTeardownScript(bundle: Bundle, stacks: readonly StackPlan[], create: string): string {
  const own = {
    ...SCRIPT_FUNCTIONS,
    Owner: [
      '# The deployment whose tag it carries, nothing where it carries none or is not there; - where it goes with another one.',
      'function Owner($type, $region, $recorded) {',
      ...SPLIT.map(indent),
      '  switch -Regex -CaseSensitive ($type) {',
      ...ownerCases().map((one) => indent(indent(one))),
      '    default { Fail "cannot tell whose a $type is" }',
      '  }',
      '}',
    ].join('\n'),
    Remove: [
      '# Deletes one resource and waits until it is gone where others depend on that.',
      'function Remove($type, $region, $recorded) {',
      ...SPLIT.map(indent),
      '  switch -CaseSensitive ($type) {',
      ...REMOVALS.map(([name, lines]) => indent(indent(`'${name}' {\n${indent(printLines(null, lines))}\n}`))),
      '    default { Fail "cannot delete a $type" }',
      '  }',
      '}',
    ].join('\n'),
  }
  const body = [
    ...scriptStart(bundle, stacks),
    'if (@(Lines).Count -eq 0) {',
    `  Say "Nothing is recorded in $state. If the record was lost, run ${create} again first: it finds what it made by its tags."`,
    '  exit 0',
    '}',
    '$left = @()',
    '$seen = @()',
    '$places = @()',
    '$everything = @(Lines)',
    'for ($index = $everything.Count - 1; $index -ge 0; $index--) {',
    '  $line = $everything[$index]',
    `  if ($line.Region -ceq '-') { continue } # says what the record is of`,
    '  $seen += $line.Id',
    '  if ($places -cnotcontains $line.Region) {',
    `    Guard '' @($line.Region)`,
    '    $places += $line.Region',
    '  }',
    '  $name = $line.Name',
    `  if ($line.Type -cne 'mark') { # a mark goes with another resource`,
    '    $carries = Text (Owner $line.Type $line.Region $line.Id)',
    '    if (-not $carries) {',
    `      if (@(Lines | Where-Object { $_.Type -ceq 'deleting' -and $_.Name -ceq $name -and $_.Id -ceq $line.Id }).Count -gt 0) {`,
    '        # by a run that did not come to write it down',
    '        Say "$($name): $($line.Id) is deleted already"',
    '        Forget { param($entry) $entry.Name -ceq $name }',
    `      } elseif ((Said 'HOPWISE_FORGET') -ceq 'yes') {`,
    '        Say "forgotten: $($name): $($line.Id)"',
    '        Forget { param($entry) $entry.Name -ceq $name }',
    '      } else {',
    '        $left += "  $($name): $($line.Id) is not there, or does not carry the tag of $design"',
    '      }',
    '      continue',
    '    }',
    `    if ($carries -cne '-' -and $carries -cne $design) {`,
    '      $left += "  $($name): $($line.Id) belongs to the deployment $carries"',
    '      continue',
    '    }',
    '    Say "deleting $($name): $($line.Id)"',
    `    Note 'deleting' '-' $name $line.Id`,
    '    $keep = $false',
    '    $null = Remove $line.Type $line.Region $line.Id',
    '    if ($keep) {',
    `      Forget { param($entry) $entry.Type -ceq 'deleting' -and $entry.Name -ceq $name }`,
    '      continue',
    '    }',
    '  }',
    '  Forget { param($entry) $entry.Name -ceq $name }',
    '}',
    `if (@(Lines | Where-Object { $_.Region -cne '-' }).Count -eq 0) { Remove-Item -LiteralPath $state }`,
    '$still = @()',
    'foreach ($place in $places) {',
    '  foreach ($one in @(TaggedIds $place)) { if ($one -and $seen -cnotcontains $one) { $still += $one } }',
    '}',
    'if ($still.Count -gt 0) {',
    `  Say "These still carry the tag of $design and are not in the record: $($still -join ' ')"`,
    `  Say '(AWS lists what it has deleted for about an hour. For anything else the record was lost once.)'`,
    '}',
    'if ($left.Count -gt 0) {',
    '  Say "Not deleted, and still in $($state):"',
    '  $left | ForEach-Object { Say $_ }',
    `  Say 'HOPWISE_FORGET=yes takes out of the record what is not there or carries no tag; look first.'`,
    '  exit 1',
    '}',
    `Say 'All of it is deleted, except for what is named above as kept.'`,
  ].join('\n')
  const purpose = [
    `Deletes what ${create} made, last made first: what its record names and what carries the tag of the deployment.`,
    'What is not found stays in the record and is named at the end; any other error ends the script.',
  ]
  return scriptText(purpose, ['[string]$ProfileName'], own, body)
}
