import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ValueReads as ValueReads_cd394fdcadd34f6659cb40ba4d44d3e4 } from '../../src/admin/components/values/ValueReads.tsx'
import { ValueLabel as ValueLabel_b4465584822607c561dafe4418e41727 } from '../../src/admin/components/values/ValueLabel.tsx'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RowTitle as RowTitle_561e553527bb52f42aa69aead843b783 } from '../../src/admin/components/RowTitle.tsx'
import { SiteZone as SiteZone_108c595c045513e2334c56f6ffb8f947 } from '../../src/admin/components/schedule/SiteZone.tsx'
import { WhatChanges as WhatChanges_8d4d1b60ef701554d401835545d0e573 } from '../../src/admin/components/compliance/WhatChanges.tsx'
import { ConditionValueField as ConditionValueField_77fe9071e95046ab29093992c20797b0 } from '../../src/admin/components/compliance/ConditionValueField.tsx'
import { ConditionRowLabel as ConditionRowLabel_0d582aab813c6e3415508f9e4c7c6e1f } from '../../src/admin/components/compliance/ConditionRowLabel.tsx'
import { MatchingPages as MatchingPages_c289f5bbae3089b825f6f2a584d49f22 } from '../../src/admin/components/compliance/MatchingPages.tsx'
import { CountiesField as CountiesField_fb601857f3e4989eac3d8f678c30e220 } from '../../src/admin/components/availability/CountiesField.tsx'
import { JsonText as JsonText_3ee19a574e0ed46dbc57bdfcd576c2da } from '../../src/admin/components/JsonText.tsx'
import { Icon as Icon_6ec4b3afff32eebca8cbd9f7b4ecc1e5 } from '../../src/admin/components/Icon.tsx'
import { Logo as Logo_c0f2e8e9d4419b080da1564e14b44b9e } from '../../src/admin/components/Logo.tsx'
import { ScheduleLink as ScheduleLink_54b9e36b1a57fdbd739a00c7ce3ef369 } from '../../src/admin/components/schedule/ScheduleLink.tsx'
import { GridLink as GridLink_4fbe5132c61776c449309f1025d31230 } from '../../src/admin/components/availability/GridLink.tsx'
import { NamedControls as NamedControls_46b1c43e40c828c850377d65d124adea } from '../../src/admin/components/named/NamedControls.tsx'
import { ScheduleView as ScheduleView_bc287dd532e44688ca0fa110949ebb33 } from '../../src/admin/components/schedule/ScheduleView.tsx'
import { GridView as GridView_f42a36586f828afbfa536485725da2c2 } from '../../src/admin/components/availability/GridView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/components/values/ValueReads.tsx#ValueReads": ValueReads_cd394fdcadd34f6659cb40ba4d44d3e4,
  "/src/admin/components/values/ValueLabel.tsx#ValueLabel": ValueLabel_b4465584822607c561dafe4418e41727,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/components/RowTitle.tsx#RowTitle": RowTitle_561e553527bb52f42aa69aead843b783,
  "/src/admin/components/schedule/SiteZone.tsx#SiteZone": SiteZone_108c595c045513e2334c56f6ffb8f947,
  "/src/admin/components/compliance/WhatChanges.tsx#WhatChanges": WhatChanges_8d4d1b60ef701554d401835545d0e573,
  "/src/admin/components/compliance/ConditionValueField.tsx#ConditionValueField": ConditionValueField_77fe9071e95046ab29093992c20797b0,
  "/src/admin/components/compliance/ConditionRowLabel.tsx#ConditionRowLabel": ConditionRowLabel_0d582aab813c6e3415508f9e4c7c6e1f,
  "/src/admin/components/compliance/MatchingPages.tsx#MatchingPages": MatchingPages_c289f5bbae3089b825f6f2a584d49f22,
  "/src/admin/components/availability/CountiesField.tsx#CountiesField": CountiesField_fb601857f3e4989eac3d8f678c30e220,
  "/src/admin/components/JsonText.tsx#JsonText": JsonText_3ee19a574e0ed46dbc57bdfcd576c2da,
  "/src/admin/components/Icon.tsx#Icon": Icon_6ec4b3afff32eebca8cbd9f7b4ecc1e5,
  "/src/admin/components/Logo.tsx#Logo": Logo_c0f2e8e9d4419b080da1564e14b44b9e,
  "/src/admin/components/schedule/ScheduleLink.tsx#ScheduleLink": ScheduleLink_54b9e36b1a57fdbd739a00c7ce3ef369,
  "/src/admin/components/availability/GridLink.tsx#GridLink": GridLink_4fbe5132c61776c449309f1025d31230,
  "/src/admin/components/named/NamedControls.tsx#NamedControls": NamedControls_46b1c43e40c828c850377d65d124adea,
  "/src/admin/components/schedule/ScheduleView.tsx#ScheduleView": ScheduleView_bc287dd532e44688ca0fa110949ebb33,
  "/src/admin/components/availability/GridView.tsx#GridView": GridView_f42a36586f828afbfa536485725da2c2,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
