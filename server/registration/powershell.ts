import type { Asked } from './asked.ts';

const SCOPE = 'Waymark mailboxes';
const ASSIGNMENTS = [
  { name: 'Waymark calendars', role: 'Application Calendars.ReadWrite' },
  { name: 'Waymark mail', role: 'Application Mail.Send' },
] as const;

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** Exchange's own grant (RBAC for Applications): one mailbox, two roles, nothing in Entra, because what Entra grants reaches every mailbox. */
export const exchangeScript = ({ mailbox }: Asked): string =>
  lines(
    '# As an Exchange administrator, in PowerShell with the module ExchangeOnlineManagement.',
    'Connect-ExchangeOnline',
    'New-ServicePrincipal -AppId "{{clientId}}" -ObjectId "{{principalId}}" -DisplayName "Waymark"',
    `New-ManagementScope -Name "${SCOPE}" -RecipientRestrictionFilter "PrimarySmtpAddress -eq '${mailbox}'"`,
    ...ASSIGNMENTS.map(
      ({ name, role }) =>
        `New-ManagementRoleAssignment -Name "${name}" -App "{{principalId}}" -Role "${role}" -CustomResourceScope "${SCOPE}"`,
    ),
    '# InScope must say True in both lines. Exchange may take two hours until it holds.',
    `Test-ServicePrincipalAuthorization -Identity "{{principalId}}" -Resource "${mailbox}"`,
  );

/** Takes Exchange's grant back, the last first. */
export const exchangeUndo = (): string =>
  lines(
    'Connect-ExchangeOnline',
    ...ASSIGNMENTS.map(({ name }) => `Remove-ManagementRoleAssignment -Identity "${name}" -Confirm:$false`).reverse(),
    `Remove-ManagementScope -Identity "${SCOPE}" -Confirm:$false`,
    'Remove-ServicePrincipal -Identity "{{principalId}}" -Confirm:$false',
  );

/** The same requests through Microsoft's own PowerShell, for those who would rather hand out no token. */
export const entraScript = (): string =>
  lines(
    '# As a Global Administrator, in PowerShell 7 with the module Microsoft.Graph.Authentication, in this folder.',
    'Connect-MgGraph -Scopes "Application.ReadWrite.All","DelegatedPermissionGrant.ReadWrite.All","AppRoleAssignment.ReadWrite.All","Sites.FullControl.All"',
    '$made = @{}',
    'foreach ($request in (Get-Content requests.json -Raw | ConvertFrom-Json)) {',
    '  Write-Host $request.does',
    '  $path = $request.path',
    '  $body = if ($request.body) { $request.body | ConvertTo-Json -Depth 20 }',
    '  foreach ($name in $made.Keys) {',
    '    $path = $path.Replace("{{$name}}", $made[$name])',
    '    if ($body) { $body = $body.Replace("{{$name}}", $made[$name]) }',
    '  }',
    '  $ask = @{ Method = $request.method; Uri = "https://graph.microsoft.com/v1.0$path"; OutputType = "PSObject" }',
    '  if ($body) { $ask.Body = $body; $ask.ContentType = "application/json" }',
    '  $reply = Invoke-MgGraphRequest @ask',
    '  if ($request.keep) { foreach ($kept in $request.keep.PSObject.Properties) { $made[$kept.Name] = $reply.($kept.Value) } }',
    '}',
    '# The secret goes into .env as WAYMARK_CLIENT_SECRET, by hand, and into no file here.',
    'Write-Host "WAYMARK_CLIENT_SECRET=$($made.clientSecret)"',
    '$made.Remove("clientSecret")',
    '$made | ConvertTo-Json | Set-Content made.json',
  );

/** Uploads the app and pins it for a group of staff. */
export const teamsScript = (): string =>
  lines(
    '# As a Teams administrator, in PowerShell with the module MicrosoftTeams. npm run package has written the zip.',
    'Connect-MicrosoftTeams',
    '$app = New-TeamsApp -DistributionMethod organization -Path dist/manifest/waymark.zip',
    '$preset = New-Object -TypeName Microsoft.Teams.Policy.Administration.Cmdlets.Core.AppPreset -Property @{ Id = $app.Id }',
    'New-CsTeamsAppSetupPolicy -Identity "Waymark" -AppPresetList @($preset)',
    '# The id of the group whose members are to have Waymark.',
    'Grant-CsTeamsAppSetupPolicy -Group "<group id>" -PolicyName "Waymark" -Rank 1',
    '',
    '# Undo: Remove-CsTeamsAppSetupPolicy -Identity "Waymark"; Remove-TeamsApp -Id $app.Id',
  );
