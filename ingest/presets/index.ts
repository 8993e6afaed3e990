import {bigin} from "./bigin.ts";
import {douyin} from "./douyin.ts";
import {freshdesk} from "./freshdesk.ts";
import {fxiaoke} from "./fxiaoke.ts";
import {googlePlay} from "./googlePlay.ts";
import {hubspot} from "./hubspot.ts";
import {mailchimp} from "./mailchimp.ts";
import type {Preset} from "./preset.ts";
import {qualtrics} from "./qualtrics.ts";
import {salesforce} from "./salesforce.ts";
import {shopify} from "./shopify.ts";
import {stripe} from "./stripe.ts";
import {surveyMonkey} from "./surveyMonkey.ts";
import {taobao} from "./taobao.ts";
import {typeform} from "./typeform.ts";
import {wjx} from "./wjx.ts";
import {woocommerce} from "./woocommerce.ts";
import {workItems} from "./workItems.ts";
import {zendesk} from "./zendesk.ts";
import {zohoCrm} from "./zohoCrm.ts";
import {zohoDesk} from "./zohoDesk.ts";

/** Every vendor's export that a source can name. */
export const presets: readonly Preset[] = [
  shopify,
  woocommerce,
  stripe,
  taobao,
  douyin,
  zohoCrm,
  bigin,
  hubspot,
  salesforce,
  fxiaoke,
  zendesk,
  freshdesk,
  zohoDesk,
  qualtrics,
  surveyMonkey,
  typeform,
  wjx,
  googlePlay,
  mailchimp,
  workItems
].flat();

/** The preset of a name. */
export const presetOf = (name: string): Preset | undefined => presets.find((preset) => preset.name === name);
