/** Functions of every script, each with the comment that explains it. A script gets those that it calls. */
export const SHARED_FUNCTIONS: Readonly<Record<string, string>> = {
  Say: `function Say($Text) { Write-Host $Text }`,

  Fail: `function Fail($Text) { throw $Text }`,

  CodeOf: `# The error code that AWS answered with; nothing where the error is another one.
function CodeOf($Problem) {
  for ($error_ = $Problem.Exception; $null -ne $error_; $error_ = $error_.InnerException) {
    if ($error_.PSObject.Properties['ErrorCode'] -and $error_.ErrorCode) { return [string]$error_.ErrorCode }
  }
  return ''
}`,

  Text: `# What is there as one text, apart by spaces; nothing where there is nothing.
function Text($Things) {
  return (@($Things) | Where-Object { $null -ne $_ } | ForEach-Object { [string]$_ } | Where-Object { $_ -cne '' }) -join ' '
}`,

  ValueAt: `function ValueAt($Map, $Key) {
  if ($null -eq $Map) { return '' }
  return [string]$Map[$Key]
}`,

  PartitionOf: `# The part of AWS that a Region belongs to, as ARNs name it.
function PartitionOf($Code) {
  if ($Code -clike 'cn-*') { return 'aws-cn' }
  if ($Code -clike 'us-gov-*') { return 'aws-us-gov' }
  return 'aws'
}`,

  ReadEnvironment: `# What the file says, NAME=VALUE a line, unless the shell says otherwise. HOPWISE_ENV names the file.
function ReadEnvironment($File) {
  if (-not (Test-Path -LiteralPath $File)) { Fail "HOPWISE_ENV=$($env:HOPWISE_ENV) means the file $File, which is not there." }
  foreach ($entry in [System.IO.File]::ReadAllLines($File)) {
    if ($entry -ceq '' -or $entry.StartsWith('#')) { continue }
    if ($entry -cnotmatch '^(HOPWISE_[A-Za-z0-9_]+)=([A-Za-z0-9./:_-]*)\\z') { Fail "$File holds a line that is no HOPWISE_NAME=VALUE: $entry" }
    $key, $said = $Matches[1], $Matches[2]
    if ($null -eq [Environment]::GetEnvironmentVariable($key)) { $script:said[$key] = $said }
  }
}`,

  Said: `# What the shell or the environment says under a name; nothing where neither does.
function Said($Key) {
  $found = [Environment]::GetEnvironmentVariable($Key)
  if ($found) { return $found }
  return [string]$script:said[$Key]
}`,

  Setting: `# What HOPWISE_NAME says, or what is drawn.
function Setting($Key, $Drawn, $Pattern, $Words) {
  $found = Said "HOPWISE_$Key"
  if (-not $found) { $found = $Drawn }
  if ($found -cnotmatch "^($Pattern)\\z") { Fail "HOPWISE_$Key is '$found'. It has to be: $Words" }
  return $found
}`,
}
