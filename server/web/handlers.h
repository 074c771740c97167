/* handlers: every handler of the route table, by the file that holds it. */
#ifndef WEB_HANDLERS_H
#define WEB_HANDLERS_H

#include "admin.h"
#include "rollup_handlers.h"
#include "visit.h"

handler health_show, static_show, static_favicon;           /* static.c */
handler openapi_show;                                       /* openapi.c */
handler metrics_show;                                       /* metrics.c */
handler session_show, session_start, session_stop;          /* session.c */
handler desk_show;                                          /* desk.c */
handler write_show, write_submit, write_task_show;          /* write.c */
handler write_preview, write_edit, write_discard;           /* write_more.c */
handler write_paste_show, write_paste_take;                 /* write_more.c */
handler write_file_show, write_file_submit;                 /* write_file.c */
handler draft_take;                                         /* draft.c */
handler redact_show, redact_do;                             /* redact.c */
handler reflection_list;                                    /* reflection_page.c */
handler reflection_version_show, reflection_restore;        /* reflection_version.c */
handler reflection_withdraw_post;                           /* reflection_version.c */
handler reflection_withdraw_point_post;                     /* reflection_version.c */
handler reflection_show, reflection_put, reflection_post;   /* reflection.c */
handler point_list_show;                                    /* point_list.c */
handler point_show;                                         /* point.c */
handler me_coach, me_sign;                                  /* me.c */
handler remark_post, remark_list;                           /* remark.c */
handler remark_edit_post, remark_strike_post;               /* remark.c */
handler remark_rise_post, remark_rise_api;                  /* remark.c */
handler mention_point_show, mention_ask_show;               /* mention.c */
handler ask_list_show, ask_show;                            /* ask.c */
handler ask_answer_post, ask_reopen_post;                   /* ask.c */
handler ask_confirm_post, ask_close_post;                   /* ask.c */
handler report_list_show, report_show;                      /* report.c */
handler report_choose_post;                                 /* report.c */
handler report_form_show, report_form_post;                 /* report_form.c */
handler report_api_list, report_api_get, report_api_put;    /* report_api.c */
handler write_take_post;                                    /* write_take.c */
handler answer_read_post;                                   /* answer.c */
handler hint_said_post;                                     /* hint.c */
handler answer_show, answer_unit_show;                      /* answer.c */
handler rollup_show, rollup_close_post, rollup_reopen_post; /* rollup.c */
handler unit_list;                                          /* unit.c */
handler search_show;                                        /* search.c */
handler search_save, search_forget;                         /* search_keep.c */
handler search_miss_show, search_miss_settle;               /* search_keep.c */

handler job_show, job_list_json;                                      /* job.c */
handler me_mail_show, me_mail_save, mail_leave_show, mail_leave_post; /* mail.c */
handler feed_show, feed_make_post, feed_revoke_post;                  /* feed.c */

handler radar_show, radar_similar_show; /* radar.c */

handler topic_suggest_show, topic_map_show, topic_list_show; /* topic.c */
handler topic_show;                                          /* topic_page.c */
handler topic_new_show, topic_new_post, topic_edit_show;     /* topic_edit.c */
handler topic_edit_post, topic_merge_post, topic_refuse_post, topic_move_post;
handler story_show, story_list_show;    /* story.c */
handler story_new_show, story_new_post; /* story_edit.c */
handler story_edit_show, story_edit_post, story_publish_post;
handler story_api_add, story_api_put; /* story_api.c */
handler story_version_show;           /* story_version.c */

#endif
