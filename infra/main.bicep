// Waymark in Azure: one container app, PostgreSQL, a vault for three secrets, the bot, and a place for logs.
// docs/install.md says when to run it; every value that differs from school to school is a parameter.

@description('Where people reach Waymark, https and without a path: the custom domain that is bound to the app.')
param origin string

@description('The image, as in registry.example.org/waymark:0.1.0')
param image string

@description('The id of the app registration (register apply prints it); also the bot\'s.')
param clientId string

@description('The id of the Entra tenant of the school.')
param tenantId string = subscription().tenantId

@description('The shared SEND mailbox.')
param sendMailbox string

@description('The Graph id of the SEND site (WAYMARK_SEND_SITE in waymark.env).')
param sendSite string

@secure()
@description('WAYMARK_CLIENT_SECRET of waymark.env.')
param clientSecret string

@secure()
@description('WAYMARK_TOKEN_KEY of waymark.env: 32 bytes in base64.')
param tokenKey string

@secure()
@description('The password of the database login, at least 16 letters and digits: it becomes part of an address.')
@minLength(16)
param databasePassword string

@description('Where everything stands: the record never leaves this region.')
param location string = resourceGroup().location

@description('Two or more: they share one PostgreSQL, and one can be taken away while the other serves.')
@minValue(1)
param replicas int = 2

var name = 'waymark'
var suffix = uniqueString(resourceGroup().id)
var databaseLogin = 'waymark'
var databaseUrl = 'postgres://${databaseLogin}:${databasePassword}@${postgres.properties.fullyQualifiedDomainName}/waymark?sslmode=verify-full'
// Key Vault Secrets User: may read secrets and nothing else.
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-${suffix}'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource vaultReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

resource keptClientSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'client-secret'
  properties: { value: clientSecret }
}

resource keptTokenKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'token-key'
  properties: { value: tokenKey }
}

resource keptDatabaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'database-url'
  properties: { value: databaseUrl }
}

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${suffix}'
  location: location
  sku: { name: 'Standard_B2s', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: databaseLogin
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: postgres
  name: 'waymark'
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
}

// What api/database/migrations creates; without this line the first start is refused by name.
resource extensions 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  parent: postgres
  name: 'azure.extensions'
  properties: { value: 'BTREE_GIN,PG_TRGM,UNACCENT', source: 'user-override' }
}

// Services of Azure alone may connect, over TLS; a virtual network of one's own is the stricter way.
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = {
  parent: postgres
  name: 'from-azure'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      ingress: { external: true, targetPort: 3978, allowInsecure: false }
      secrets: [
        { name: 'client-secret', keyVaultUrl: keptClientSecret.properties.secretUri, identity: identity.id }
        { name: 'token-key', keyVaultUrl: keptTokenKey.properties.secretUri, identity: identity.id }
        { name: 'database-url', keyVaultUrl: keptDatabaseUrl.properties.secretUri, identity: identity.id }
      ]
    }
    template: {
      containers: [
        {
          name: name
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'WAYMARK_ORIGIN', value: origin }
            { name: 'WAYMARK_TENANT_ID', value: tenantId }
            { name: 'WAYMARK_CLIENT_ID', value: clientId }
            { name: 'WAYMARK_SEND_MAILBOX', value: sendMailbox }
            { name: 'WAYMARK_SEND_SITE', value: sendSite }
            { name: 'WAYMARK_SECRETS', value: 'vault' }
            { name: 'WAYMARK_CLIENT_SECRET', secretRef: 'client-secret' }
            { name: 'WAYMARK_TOKEN_KEY', secretRef: 'token-key' }
            { name: 'DATABASE_URL', secretRef: 'database-url' }
          ]
          probes: [
            { type: 'Startup', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 5, failureThreshold: 60 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 10 }
            { type: 'Liveness', tcpSocket: { port: 3978 }, periodSeconds: 30 }
          ]
        }
      ]
      scale: { minReplicas: replicas, maxReplicas: replicas + 2 }
    }
  }
  dependsOn: [ vaultReader, database, extensions, fromAzure ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${suffix}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Waymark'
    endpoint: '${origin}/api/messages'
    msaAppType: 'SingleTenant'
    msaAppId: clientId
    msaAppTenantId: tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, acceptedTerms: true }
  }
}

@description('Point the custom domain of the origin here.')
output address string = app.properties.configuration.ingress.fqdn
output databaseHost string = postgres.properties.fullyQualifiedDomainName
