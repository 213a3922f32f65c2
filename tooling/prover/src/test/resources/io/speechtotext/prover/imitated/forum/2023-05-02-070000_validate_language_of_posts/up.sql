alter table post validate constraint post_language_check;
