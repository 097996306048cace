import { ABENA_MENSAH } from './abena-mensah.ts';
import { AMINA_HUSSAIN } from './amina-hussain.ts';
import { AMINA_SAID } from './amina-said.ts';
import { AYAAN_MALIK } from './ayaan-malik.ts';
import { CALLUM_REID } from './callum-reid.ts';
import { CARYS_EVANS } from './carys-evans.ts';
import { DANIIL_PETROV } from './daniil-petrov.ts';
import { DENIZ_YILMAZ } from './deniz-yilmaz.ts';
import { ELLIS_HUGHES } from './ellis-hughes.ts';
import { FREYA_LINDQVIST } from './freya-lindqvist.ts';
import { HARLEEN_SINGH } from './harleen-singh.ts';
import { ILYAS_HASSAN } from './ilyas-hassan.ts';
import { ISLA_TRAN_WHITLOCK } from './isla-tran-whitlock.ts';
import { JAMAL_CARTER } from './jamal-carter.ts';
import { JAN_NOWAK } from './jan-nowak.ts';
import { JAYDON_OSEI } from './jaydon-osei.ts';
import { KWAME_BOATENG } from './kwame-boateng.ts';
import { LUCA_BIANCHI_HART } from './luca-bianchi-hart.ts';
import { MAJA_KOWALSKA } from './maja-kowalska.ts';
import { MEI_LIN_ZHAO } from './mei-lin-zhao.ts';
import { MINH_ANH_NGUYEN } from './minh-anh-nguyen.ts';
import { NIAMH_GALLAGHER } from './niamh-gallagher.ts';
import { OLUWASEUN_ADEBAYO } from './oluwaseun-adebayo.ts';
import { PETRA_NOVAK } from './petra-novak.ts';
import { ROWAN_BLACKWOOD } from './rowan-blackwood.ts';
import { RUI_FERNANDES } from './rui-fernandes.ts';
import { SOFIA_MARCHETTI } from './sofia-marchetti.ts';
import type { Story } from './story.ts';
import { TOBENNA_OSULLIVAN_ACHEBE } from './tobenna-osullivan-achebe.ts';
import { TOBIAS_FRANK } from './tobias-frank.ts';

/** Every pupil whose story is told, in the order in which their cases are numbered in the record. */
export const STORIES: readonly Story[] = [
  CALLUM_REID,
  AYAAN_MALIK,
  MEI_LIN_ZHAO,
  JAYDON_OSEI,
  NIAMH_GALLAGHER,
  LUCA_BIANCHI_HART,
  FREYA_LINDQVIST,
  TOBIAS_FRANK,
  ABENA_MENSAH,
  PETRA_NOVAK,
  ILYAS_HASSAN,
  DENIZ_YILMAZ,
  HARLEEN_SINGH,
  SOFIA_MARCHETTI,
  KWAME_BOATENG,
  CARYS_EVANS,
  MINH_ANH_NGUYEN,
  TOBENNA_OSULLIVAN_ACHEBE,
  MAJA_KOWALSKA,
  RUI_FERNANDES,
  ISLA_TRAN_WHITLOCK,
  JAN_NOWAK,
  AMINA_HUSSAIN,
  OLUWASEUN_ADEBAYO,
  ELLIS_HUGHES,
  DANIIL_PETROV,
  ROWAN_BLACKWOOD,
  JAMAL_CARTER,
  AMINA_SAID,
];
