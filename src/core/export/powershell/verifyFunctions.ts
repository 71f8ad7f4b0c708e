import { strToU8 } from 'fflate'
import { toBase64 } from '../../base/base64.ts'
import { VERIFY_FUNCTIONS as SHELL } from '../verify/verifyFunctions.ts'
import { SHARED_FUNCTIONS } from './sharedFunctions.ts'

/** What an instance runs: the probe of the shell, which it has. */
const PROBE = toBase64(strToU8(`${SHELL.probe}\nprobe "$1" "$2" "$3"\n`))

/** Functions of verify.ps1, each with the comment that explains it. Those that try something answer with an outcome and what was seen. */
export const VERIFY_FUNCTIONS: Readonly<Record<string, string>> = {
  ...SHARED_FUNCTIONS,

  UseAccount: `# From here on with credentials of that account, or not at all.
function UseAccount($Label, $Number, $Place) {
  $script:PSDefaultParameterValues.Remove('*:ProfileName')
  $chosen = if ($Profiles[$Label]) { $Profiles[$Label] } else { $ProfileName }
  if ($chosen) { $script:PSDefaultParameterValues['*:ProfileName'] = $chosen }
  $owner = Text ((Get-STSCallerIdentity -Region $Place -Select '*').Account)
  $wanted = Said 'HOPWISE_ACCOUNT'
  if (-not $wanted) { $wanted = $Number }
  if ($owner -cnotmatch '^[0-9]{12}\\z') { Fail "AWS does not say whose credentials these are: '$owner'" }
  if ($wanted -and $owner -cne $wanted) { Fail "These are credentials of account $owner, and $wanted is meant. Nothing is done with them. Say the profile of $($wanted): -ProfileName, or -Profiles @{ '$Label' = '...' }." }
}`,

  Recorded: `# The id that the record of the creating script has; nothing where there is none.
function Recorded($Record, $Key) {
  $file = Join-Path $here ($Record + $other + '.txt')
  if (-not (Test-Path -LiteralPath $file)) { return '' }
  foreach ($entry in [System.IO.File]::ReadAllLines($file)) {
    $columns = $entry.Trim() -split '\\s+'
    if ($columns.Count -ge 4 -and $columns[2] -ceq $Key) { return $columns[3] }
  }
  return ''
}`,

  Asked: `# What the question tells; nothing where it cannot be asked.
function Asked($Thing, $Question) {
  if (-not $Thing) { return '' }
  try { return Text (& $Question $Thing) } catch { return '' }
}`,

  Probe: `# Tries a request from here: an outcome, and what was seen.
function Probe($To, $Port, $Protocol) {
  $address = $null
  try { $address = @([System.Net.Dns]::GetHostAddresses($To))[0] } catch { return "name-not-found $To has no address" }
  if ($null -eq $address) { return "name-not-found $To has no address" }
  if ($Protocol -ceq 'icmp') {
    $reply = (New-Object System.Net.NetworkInformation.Ping).Send($address, 5000)
    if ([string]$reply.Status -ceq 'Success') { return "succeeds $address answers" }
    return "connection-times-out $address does not answer"
  }
  if ($Protocol -ceq 'udp') { return "not-tried UDP says nothing of what does not answer; $To is $address" }
  $client = New-Object System.Net.Sockets.TcpClient($address.AddressFamily)
  try {
    $connecting = $client.ConnectAsync($address, [int]$Port)
    try { $isThere = $connecting.Wait(8000) } catch {
      if ("$($_.Exception.GetBaseException().Message)" -match 'refused') { return "connection-refused $address port $Port" }
      return "connection-times-out $address port $($Port): $($_.Exception.GetBaseException().Message)"
    }
    if (-not $isThere) { return "connection-times-out $address port $Port" }
    if ($Port -cne '443' -or [string]$address -ceq $To) { return "succeeds $address port $Port" }
    $client.ReceiveTimeout = 20000
    $secured = New-Object System.Net.Security.SslStream($client.GetStream())
    try { $secured.AuthenticateAsClient($To) } catch [System.Security.Authentication.AuthenticationException] {
      return "tls-name-mismatch $($_.Exception.GetBaseException().Message)"
    }
    $bytes = [System.Text.Encoding]::ASCII.GetBytes("GET / HTTP/1.1\`r\`nHost: $To\`r\`nConnection: close\`r\`n\`r\`n")
    $secured.Write($bytes, 0, $bytes.Length)
    $answered = (New-Object System.IO.StreamReader($secured)).ReadLine()
    if ($answered -match '^HTTP/\\S+ 50[234]') { return "http-error $answered from $address" }
    return "succeeds $answered from $address"
  } catch {
    $why = $_.Exception.GetBaseException().Message
    if ($why -match 'reset|forcibly closed|unexpected EOF') { return "connection-reset $why" }
    return "connection-hangs $why"
  } finally { $client.Dispose() }
}`,

  ShellWord: `# A text as a word of the shell that an instance runs.
function ShellWord($Word) { return "'" + ([string]$Word).Replace("'", "'\\''") + "'" }`,

  FromInstance: `# The same from an instance, by Run Command of Systems Manager.
function FromInstance($Instance, $Place, $To, $Port, $Protocol) {
  if (-not $Instance) { return 'not-tried the client is not deployed' }
  $probeCode = '${PROBE}'
  $line = "echo $probeCode | base64 -d | bash -s -- $(ShellWord $To) $(ShellWord $Port) $(ShellWord $Protocol)"
  try { $command = Text ((Send-SSMCommand -Region $Place -InstanceId $Instance -DocumentName 'AWS-RunShellScript' -Parameter @{ commands = @($line) } -Select '*').Command.CommandId) } catch {
    return "not-tried Systems Manager does not reach $($Instance): $($_.Exception.Message)"
  }
  $until = (Get-Date).AddMinutes(2)
  while ($true) {
    Start-Sleep -Seconds 3
    $status = 'Pending'
    $invocation = $null
    try { $invocation = Get-SSMCommandInvocationDetail -Region $Place -CommandId $command -InstanceId $Instance -Select '*'; $status = [string]$invocation.Status } catch { $status = 'Pending' }
    if ($status -ceq 'Success') { return @($invocation.StandardOutputContent -split "\`n")[0] }
    if ($status -cnotmatch '^(Pending|InProgress|Delayed)\\z') { return "not-tried the command on $Instance is $status" }
    if ((Get-Date) -gt $until) { return "not-tried the command on $Instance is still $status" }
  }
}`,

  FromFunction: `# The same from a Lambda function, which answers with what it met.
function FromFunction($Called, $Place, $To, $Port) {
  if (-not $Called) { return 'not-tried the function is not deployed' }
  $payload = ConvertTo-Json -Compress @{ host = $To; port = [int]$Port }
  try {
    $response = Invoke-LMFunction -Region $Place -FunctionName $Called -Payload $payload -Select '*'
    $answered = [System.Text.Encoding]::UTF8.GetString($response.Payload.ToArray()) -replace '["\\r\\n]', ' '
  } catch { return "not-tried the function does not answer: $($_.Exception.Message)" }
  if ($answered -cmatch '\\bconnected\\b') { return "succeeds $answered" }
  if ($answered -match 'timed out|timeout') { return "connection-times-out $answered" }
  if ($answered -match 'refused') { return "connection-refused $answered" }
  if ($answered -match 'name or service not known|gaierror|no address') { return "name-not-found $answered" }
  return "not-tried $answered"
}`,

  Analysed: `# What Reachability Analyzer of AWS says of the way.
function Analysed($From, $To, $Place, $Port, $Protocol) {
  if (-not $From -or -not $To) { return 'not-tried one of its ends is nothing that is deployed here' }
  $options = if ($Port) { @{ DestinationPort = [int]$Port } } else { @{} }
  try { $path = Text ((New-EC2NetworkInsightsPath -Region $Place -Source $From -Destination $To -Protocol $Protocol @options -Select '*').NetworkInsightsPath.NetworkInsightsPathId) } catch { return "not-tried $($_.Exception.Message)" }
  $analysis = Text ((Start-EC2NetworkInsightsAnalysis -Region $Place -NetworkInsightsPathId $path -Select '*').NetworkInsightsAnalysis.NetworkInsightsAnalysisId)
  $until = (Get-Date).AddMinutes(5)
  do {
    Start-Sleep -Seconds 5
    $found = @((Get-EC2NetworkInsightsAnalysis -Region $Place -NetworkInsightsAnalysisId $analysis -Select '*').NetworkInsightsAnalyses)[0]
  } while ([string]$found.Status -ceq 'running' -and (Get-Date) -lt $until)
  $null = Remove-EC2NetworkInsightsAnalysis -Region $Place -NetworkInsightsAnalysisId $analysis
  $null = Remove-EC2NetworkInsightsPath -Region $Place -NetworkInsightsPathId $path
  if ([string]$found.Status -cne 'succeeded') { return "not-tried the analysis is $($found.Status)" }
  if ($found.NetworkPathFound) { return 'succeeds Reachability Analyzer finds a way' }
  return 'connection-times-out Reachability Analyzer finds no way'
}`,

  Judge: `# Holds what was seen against what the simulation says, and tells it.
function Judge($Key, $Called, $Expected, $Seen) {
  $outcome, $detail = $Seen -split ' ', 2
  $word = 'DIFFERS'
  if ($outcome -ceq 'not-tried') { $word = 'not tried'; $script:untried++ }
  elseif (-not $Expected) { $word = 'seen' }
  elseif (($Expected -split ' ') -ccontains $outcome) { $word = 'ok'; $script:met++ }
  else { $script:differ++ }
  if ($Json) {
    Write-Output (ConvertTo-Json -Compress ([ordered]@{ id = $Key; at = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ'); outcome = $outcome; detail = [string]$detail }))
    return
  }
  if (-not $Expected) { $Expected = '-' }
  Write-Output ('{0,-10} {1,-40} {2,-24} {3,-24} {4}' -f $word, $Called, $Expected, $outcome, $detail)
}`,
}
