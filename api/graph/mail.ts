import type { Clients } from './clients.ts';
import type { Gateway } from './gateway.ts';
import type { GraphSettings } from './settings.ts';
import { trying } from './troubles.ts';

/** Graph has no sensitivity on messages, as it has on events: it is Outlook's own property (PidTagSensitivity), 2 for private. */
const PRIVATE = { id: 'Integer 0x0036', value: '2' };

/** Plain letters from the shared SEND mailbox. Only the queue sends them, so a person never waits for mail. */
export const mail = (settings: GraphSettings, clients: Clients): Gateway['mail'] => ({
  send: ({ to, subject, text }) =>
    trying('send the e-mail', async () => {
      const application = await clients.asApplication(null);
      await application.api(`/users/${encodeURIComponent(settings.sendMailbox)}/sendMail`).post({
        message: {
          subject,
          body: { contentType: 'text', content: text },
          toRecipients: to.map((one) => ({ emailAddress: { name: one.name, address: one.email } })),
          singleValueExtendedProperties: [PRIVATE],
        },
        saveToSentItems: true,
      });
    }),
});
