import { wordAddress } from './office-links.ts';
import { useReach } from './reach.ts';

/** The name of a document, as a link where something on this device can open it; where nothing can, it is said what would. */
export const DocumentLink = ({ name, webUrl, itemId }: { name: string; webUrl: string | null; itemId?: string }) => {
  const { wordRoom, openOutside } = useReach();
  const address = wordAddress(webUrl, wordRoom, itemId);
  if (!address)
    return (
      <span className="wm-cut" title={name}>
        {name}
        {webUrl ? <span className="wm-second"> opens in Microsoft 365 only</span> : null}
      </span>
    );
  return (
    <a
      className="wm-link wm-cut"
      href={address}
      target={address.startsWith('ms-') ? undefined : '_blank'}
      rel="noreferrer"
      title={name}
      onClick={(event) => {
        if (!address.startsWith('https://')) return;
        event.preventDefault();
        openOutside(address);
      }}
    >
      {name}
    </a>
  );
};
