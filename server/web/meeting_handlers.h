/* meeting_handlers: those of web/routes_meeting.c, by the file that holds them. */
#ifndef WEB_MEETING_HANDLERS_H
#define WEB_MEETING_HANDLERS_H

#include "visit.h"

handler meeting_list_show, meeting_show;                    /* meeting.c */
handler meeting_new_show, meeting_new_post;                 /* meeting_form.c */
handler meeting_edit_show, meeting_edit_post;               /* meeting_form.c */
handler meeting_drop_post;                                  /* meeting_form.c */
handler meeting_people_post, meeting_line_post;             /* meeting_act.c */
handler meeting_line_edit_post, meeting_line_drop_post;     /* meeting_act.c */
handler meeting_line_become_post, meeting_result_post;      /* meeting_act.c */
handler meeting_review_show, meeting_review_post;           /* meeting_review.c */
handler meeting_remark_post;                                /* meeting_review.c */
handler meeting_api_list, meeting_api_get, meeting_api_add; /* meeting_api.c */
handler meeting_api_put, meeting_api_drop;                  /* meeting_api.c */
handler meeting_api_people, meeting_api_rota;               /* meeting_api.c */
handler meeting_api_line, meeting_api_line_put;             /* meeting_api_line.c */
handler meeting_api_line_drop, meeting_api_line_become;     /* meeting_api_line.c */
handler meeting_api_review, meeting_api_remark;             /* meeting_api_line.c */
handler meeting_api_result;                                 /* meeting_api_line.c */
handler task_list_show, task_show, task_new_post;           /* task.c */
handler task_edit_post, task_close_post, task_reopen_post;  /* task.c */
handler task_api_list, task_api_get, task_api_add;          /* task_api.c */
handler task_api_put, task_api_close, task_api_reopen;      /* task_api.c */

#endif
