import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { Initials } from '../kit/owner-mark.tsx';

/** Initials of somebody who works here, a building for somebody from outside; the name always stands beside it. */
export const OwnerMark = ({ name, outside }: { name: string; outside: boolean }) =>
  outside ? <BuildingRegular className="access-mark" aria-hidden /> : <Initials name={name} />;
