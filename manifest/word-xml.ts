import { type Deployment, ICON_SIZES, iconAt, PANE_ID, RIBBON, type RibbonButton, WORDS } from './source.ts';

const escaped = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign] ?? sign);

const images = [16, 32, 80] as const;

const iconList = (indent: string): string =>
  [`${indent}<Icon>`, ...images.map((size) => `${indent}  <bt:Image size="${size}" resid="Icon.${size}"/>`), `${indent}</Icon>`].join('\n');

const control = (button: RibbonButton): string => {
  const action =
    button.kind === 'pane'
      ? `<Action xsi:type="ShowTaskpane"><TaskpaneId>${PANE_ID}</TaskpaneId><SourceLocation resid="Pane.Url"/></Action>`
      : `<Action xsi:type="ExecuteFunction"><FunctionName>${button.action}</FunctionName></Action>`;
  return `                  <Control xsi:type="Button" id="${button.id}">
                    <Label resid="${button.id}.Label"/>
                    <Supertip>
                      <Title resid="${button.id}.Label"/>
                      <Description resid="${button.id}.Tip"/>
                    </Supertip>
${iconList('                    ')}
                    ${action}
                  </Control>`;
};

const short = (id: string, text: string): string => `        <bt:String id="${id}" DefaultValue="${escaped(text)}"/>`;

/** The add-in-only manifest for Word, from the same source: for Mac, iPad and perpetual Office, which read no unified manifest. */
export const wordManifest = (deployment: Deployment): string => {
  const { origin } = deployment;
  const pane = `${origin}/word/pane.html`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:ov="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="TaskPaneApp">
  <Id>${deployment.addInId}</Id>
  <Version>${deployment.version}.0</Version>
  <ProviderName>${escaped(deployment.developer.name)}</ProviderName>
  <DefaultLocale>en-GB</DefaultLocale>
  <DisplayName DefaultValue="${escaped(WORDS.short)}"/>
  <Description DefaultValue="${escaped(WORDS.about)}"/>
  <IconUrl DefaultValue="${iconAt(origin, 32)}"/>
  <HighResolutionIconUrl DefaultValue="${iconAt(origin, 64)}"/>
  <SupportUrl DefaultValue="${escaped(deployment.developer.website)}"/>
  <AppDomains>
    <AppDomain>${origin}</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Document"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="WordApi" MinVersion="1.3"/>
      <Set Name="SharedRuntime" MinVersion="1.1"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${pane}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Document">
        <Runtimes>
          <Runtime resid="Pane.Url" lifetime="long"/>
        </Runtimes>
        <DesktopFormFactor>
          <FunctionFile resid="Pane.Url"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="waymarkTab">
              <Group id="waymarkPlan">
                <Label resid="Group.Label"/>
${iconList('                ')}
${RIBBON.buttons.map(control).join('\n')}
              </Group>
              <Label resid="Tab.Label"/>
            </CustomTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
${ICON_SIZES.map((size) => `        <bt:Image id="Icon.${size}" DefaultValue="${iconAt(origin, size)}"/>`).join('\n')}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="Pane.Url" DefaultValue="${pane}"/>
      </bt:Urls>
      <bt:ShortStrings>
${[short('Tab.Label', RIBBON.tab), short('Group.Label', RIBBON.group), ...RIBBON.buttons.map((button) => short(`${button.id}.Label`, button.label))].join('\n')}
      </bt:ShortStrings>
      <bt:LongStrings>
${RIBBON.buttons.map((button) => short(`${button.id}.Tip`, button.tip)).join('\n')}
      </bt:LongStrings>
    </Resources>
    <WebApplicationInfo>
      <Id>${deployment.clientId}</Id>
      <Resource>api://${new URL(origin).host}/${deployment.clientId}</Resource>
      <Scopes>
        <Scope>access_as_user</Scope>
      </Scopes>
    </WebApplicationInfo>
  </VersionOverrides>
</OfficeApp>
`;
};
